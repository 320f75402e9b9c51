// What somebody selected, and the button that appears beside it.

import { layer, within } from "./paint"
import { Line, type Quote } from "./passage"

const GAP = 8

/** The selection, if there is one within the element. */
export function chosen(element: HTMLElement): Range | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  return element.contains(range.commonAncestorContainer) ? range : null
}

/** Its words and surroundings, if it lies in one of the texts. */
export function quoted(range: Range | null, texts: HTMLElement[]): Quote | null {
  const text = range && texts.find((target) => range.intersectsNode(target))
  if (!range || !text) return null
  const page = range.startContainer.parentElement?.closest<HTMLElement>("[data-page]")?.dataset.page ?? ""
  const described = new Line(text).describe(range)
  return described.quote ? { ...described, page } : null
}

export class WriteHere {
  private button = document.createElement("button")

  constructor(label: string, take: () => void) {
    this.button.type = "button"
    this.button.className = "btn btn-sm write-here"
    this.button.textContent = label
    this.button.setAttribute("data-turbo-temporary", "")
    // Else the selection is lost.
    this.button.addEventListener("pointerdown", (event) => event.preventDefault())
    this.button.addEventListener("click", take)
  }

  follow(range: Range | null, texts: HTMLElement[]) {
    const text = range && texts.find((target) => target.contains(range.commonAncestorContainer))
    const box = range && [...range.getClientRects()].at(-1)
    if (!text || !box || !this.button.textContent) return this.remove()
    const { left, top } = within(text, box)
    layer(text).append(this.button)
    const most = text.scrollWidth - this.button.offsetWidth - GAP
    this.button.style.left = `${Math.max(0, Math.min(left, most))}px`
    this.button.style.top = `${top + box.height + GAP}px`
  }

  remove() {
    this.button.remove()
  }
}
