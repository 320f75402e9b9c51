// A listbox under a caret, for people to mention and blocks to insert. The focus stays in the text; who uses
// the list sets aria-activedescendant from `activeId`.

import { icon } from "./icon"

export type Option = { key: string; words: string; icon?: string }

const GAP = 6

let made = 0

export function listbox(choose: (option: Option) => void) {
  made += 1
  const id = `listbox-${made}`
  const element = document.createElement("div")
  element.id = id
  element.className = "listbox"
  element.setAttribute("role", "listbox")
  element.dataset.refreshOwn = ""
  element.hidden = true
  // Turbo keeps pages as they look; what a script will draw again must not be kept.
  element.setAttribute("data-turbo-temporary", "")
  let options: Option[] = []
  let here = 0

  // Else the text would lose the focus before the click is heard.
  element.addEventListener("pointerdown", (event) => event.preventDefault())
  element.addEventListener("click", (event) => {
    const row = (event.target as Element).closest("[role=option]")
    if (row) choose(options[[...element.children].indexOf(row)])
  })

  function select(index: number) {
    here = (index + options.length) % options.length
    for (const [at, row] of [...element.children].entries())
      row.setAttribute("aria-selected", String(at === here))
    element.children[here]?.scrollIntoView({ block: "nearest" })
  }

  return {
    element,
    get open() {
      return !element.hidden
    },
    get current(): Option | undefined {
      return options[here]
    },
    get activeId(): string | null {
      return element.hidden ? null : `${id}-${here}`
    },
    show(next: Option[]) {
      options = next
      element.replaceChildren(...next.map((option, at) => row(option, `${id}-${at}`)))
      element.hidden = next.length === 0
      if (next.length > 0) select(0)
    },
    hide() {
      element.hidden = true
    },
    move(step: number) {
      select(here + step)
    },
  }
}

/** Puts the list below the box, or above where the window ends. */
export function place(element: HTMLElement, box: DOMRect) {
  const { width, height } = element.getBoundingClientRect()
  const below = box.bottom + GAP
  const fits = below + height <= window.innerHeight
  element.style.top = `${Math.max(GAP, fits ? below : box.top - height - GAP)}px`
  element.style.left = `${Math.max(GAP, Math.min(box.left, window.innerWidth - width - GAP))}px`
}

function row(option: Option, id: string): HTMLElement {
  const element = document.createElement("div")
  element.id = id
  element.setAttribute("role", "option")
  if (option.icon) element.append(icon(option.icon))
  element.append(option.words)
  return element
}
