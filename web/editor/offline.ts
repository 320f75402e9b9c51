// Has the page and the files it needs kept, so that it can be opened again without a connection; see sw.ts.

export async function keepForLater() {
  const registration = await navigator.serviceWorker?.register("/sw.js").catch(() => null)
  if (!registration) return
  const ready = await navigator.serviceWorker.ready
  const files = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((address) => address.startsWith(`${location.origin}/assets/`))
  ready.active?.postMessage({ keep: [location.href.split("#")[0], ...new Set(files)] })
}
