// What the server found wrong, beside the text.

function part(page: HTMLElement, name: string): HTMLElement | null {
  return page.querySelector(`[data-course-file-target~="${name}"]`)
}

/** Says only what is new, so that nobody hears the same sentence after each pause. */
export function report(html: string, page: HTMLElement) {
  const next = new DOMParser().parseFromString(html, "text/html").body.firstElementChild
  const [said, list, count] = ["said", "list", "count"].map((name) => part(page, name))
  if (!(next instanceof HTMLElement) || !said || !list) return
  const words = next.dataset.said ?? ""
  if (said.textContent !== words) said.textContent = words
  if (list.innerHTML !== next.innerHTML) list.replaceWith(next)
  if (!count) return
  count.textContent = next.dataset.count ?? ""
  count.hidden = !next.dataset.count
}

/** The lines that the list names. */
export function wrongLines(page: HTMLElement): Set<number> {
  const links = part(page, "list")?.querySelectorAll<HTMLElement>("[data-course-file-line-param]") ?? []
  return new Set([...links].map((it) => Number(it.dataset.courseFileLineParam)))
}
