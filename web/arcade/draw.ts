// Makes elements. Drawings lie in one file per game: an <svg> that holds several, each an <svg id="…">.

type Attributes = Record<string, string | number | boolean | undefined>
type Child = Node | string | undefined | false

/** An element; an attribute that is `false` or `undefined` is left out, `true` is written without a value. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  write(element, attributes)
  element.append(...children.filter((child): child is Node | string => Boolean(child)))
  return element
}

export function write(element: Element, attributes: Attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) element.removeAttribute(name)
    else element.setAttribute(name, value === true ? "" : String(value))
  }
}

/** The drawings of one file: `take("duck")` gives a fresh copy of `<svg id="duck">`, silent for the ear. */
export class Drawings {
  private sheet = document.createElement("template")

  constructor(raw: string) {
    this.sheet.innerHTML = raw
  }

  take(id: string, attributes: Attributes = {}): SVGSVGElement {
    const found = this.sheet.content.querySelector<SVGSVGElement>(`[id="${id}"]`)
    if (!found) throw new Error(`there is no drawing called ${id}`)
    const copy = found.cloneNode(true) as SVGSVGElement
    copy.removeAttribute("id")
    write(copy, { "aria-hidden": attributes["role"] ? undefined : "true", ...attributes })
    return copy
  }
}

/**
 * The inside of an answer's plate. Its name for the ear is the sign ("Ente 3: "), the answer, and its state,
 * which is seen in small words as well.
 */
export function named(sign: string, answer: string, state?: string): HTMLElement {
  const before = make("span", { class: "sr" }, sign)
  const comma = make("span", { class: "sr" }, ", ")
  return make("span", {}, before, answer, state !== undefined && make("small", {}, comma, state))
}
