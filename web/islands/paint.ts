// Paints passages without touching the text: by the Custom Highlight API, or by boxes where a browser lacks
// it. Notes and boxes lie in one layer above the text, which therefore may be an editor, too.

type Layer = { text: HTMLElement; notes: HTMLElement }
export type Painted = { id: string; number: string; text: HTMLElement; range: Range; label: string }

const HERE_MS = 2500

export function layer(text: HTMLElement): HTMLElement {
  text.classList.add("anchored")
  const found = text.querySelector<HTMLElement>(":scope > .notes")
  if (found) return found
  const notes = document.createElement("div")
  notes.className = "notes"
  text.append(notes)
  return notes
}

export function paint(texts: HTMLElement[], passages: Painted[], follow: (id: string) => void) {
  const ranges = passages.map((passage) => passage.range)
  if (CSS.highlights) CSS.highlights.set("passage", new Highlight(...ranges))
  for (const text of texts) {
    const notes = layer(text)
    const mine = passages.filter((passage) => passage.text === text)
    const drawn = mine.flatMap((passage) => draw(passage, { text, notes }, follow))
    for (const old of notes.querySelectorAll(".note, .passage")) old.remove()
    notes.append(...drawn)
  }
}

/** Brings a passage into sight and shows it stronger for a moment. */
export function bring(range: Range) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches
  const start = range.startContainer.parentElement
  start?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" })
  if (!CSS.highlights) return
  const here = new Highlight(range)
  here.priority = 1
  CSS.highlights.set("passage-here", here)
  window.setTimeout(() => {
    if (CSS.highlights.get("passage-here") === here) CSS.highlights.delete("passage-here")
  }, HERE_MS)
}

export function unpaint() {
  if (!CSS.highlights) return
  for (const name of ["passage", "passage-here"]) CSS.highlights.delete(name)
}

/** Where a box lies within the layer, also when the text itself is scrolled. */
export function within(text: HTMLElement, box: DOMRect): { left: number; top: number } {
  const outer = text.getBoundingClientRect()
  return {
    left: box.left - outer.left - text.clientLeft + text.scrollLeft,
    top: box.top - outer.top - text.clientTop + text.scrollTop,
  }
}

function draw(passage: Painted, { text }: Layer, follow: (id: string) => void): HTMLElement[] {
  const boxes = [...passage.range.getClientRects()].filter((box) => box.width > 0)
  const last = boxes.at(-1)
  if (!last) return []
  const drawn = CSS.highlights ? [] : boxes.map((box) => boxAt(text, box))
  if (passage.number) drawn.push(note(passage, text, last, follow))
  return drawn
}

function note(passage: Painted, text: HTMLElement, last: DOMRect, follow: (id: string) => void): HTMLElement {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "note"
  button.textContent = passage.number
  button.setAttribute("aria-label", passage.label)
  button.addEventListener("click", () => follow(passage.id))
  const { left, top } = within(text, last)
  // Above the end of the passage, like a raised figure, so that the next word can be read.
  const size = 24
  button.style.left = `${Math.max(0, Math.min(left + last.width - 4, text.scrollWidth - size))}px`
  button.style.top = `${Math.max(0, top - size * 0.75)}px`
  return button
}

function boxAt(text: HTMLElement, box: DOMRect): HTMLElement {
  const element = document.createElement("div")
  element.className = "passage"
  const { left, top } = within(text, box)
  Object.assign(element.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${box.width}px`,
    height: `${box.height}px`,
  })
  return element
}
