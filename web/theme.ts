// Sets the theme somebody chose before the first paint. A classic script in the head, so that nothing
// flashes.

{
  const names: Record<string, string> = { light: "mitwerk", dark: "mitwerk-nacht" }
  try {
    const name = names[localStorage.getItem("theme") ?? ""]
    if (name) document.documentElement.dataset.theme = name
  } catch {
    // Storage may be forbidden; then the system's theme rules.
  }
}
