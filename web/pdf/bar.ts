// The tools of a PDF: pages, size, search. They follow the words that the page itself wrote into its bar, and
// stay in reach while the pages pass; where it is narrow, the search waits behind a button (pdf-tools.css).

import { icon } from "../islands/icon"
import { fill, type Texts } from "../islands/texts"

export type Deeds = {
  turn(step: 1 | -1): void
  goTo(page: number): void
  larger(): void
  smaller(): void
  fit(): void
  find(word: string, step: 1 | -1): void
}

export class Bar {
  private search = document.createElement("input")
  private page = document.createElement("input")
  private found = document.createElement("span")
  private tools = document.createElement("div")

  constructor(
    element: HTMLElement,
    private texts: Texts,
    private count: number,
    private deeds: Deeds,
  ) {
    this.tools.className = "pdf-tools"
    this.tools.setAttribute("role", "group")
    this.tools.setAttribute("aria-label", fill(this.texts, "toolbar"))
    this.tools.setAttribute("data-turbo-temporary", "")
    this.tools.append(this.pages(), this.sizes(), this.opener(), this.finder())
    element.append(this.tools)
  }

  destroy() {
    this.tools.remove()
  }

  seek() {
    this.opens(true)
  }

  turned(page: number) {
    if (document.activeElement !== this.page) this.page.value = String(page)
  }

  says(words: string) {
    this.found.textContent = words
  }

  private pages(): HTMLElement {
    Object.assign(this.page, { type: "number", min: "1", max: String(this.count), value: "1" })
    this.page.setAttribute("aria-label", fill(this.texts, "go"))
    this.page.addEventListener("change", () => this.deeds.goTo(Number(this.page.value)))
    const [before, after] = fill(this.texts, "page", { count: this.count }).split("{n}")
    const first = document.createElement("span")
    first.className = "page-word"
    first.append(before ?? "")
    const words = document.createElement("span")
    words.className = "page-of num"
    words.append(first, this.page, after ?? "")
    return this.group("", [
      this.button("previous", "chevron-up", () => this.deeds.turn(-1)),
      words,
      this.button("next", "chevron-down", () => this.deeds.turn(1)),
    ])
  }

  private sizes(): HTMLElement {
    return this.group("", [
      this.button("smaller", "zoom-out", () => this.deeds.smaller()),
      this.button("larger", "zoom-in", () => this.deeds.larger()),
      this.button("fit", "move-horizontal", () => this.deeds.fit()),
    ])
  }

  /** Is seen only where the search does not fit beside the others. */
  private opener(): HTMLElement {
    const opener = this.button("find", "search", () => this.opens(!this.tools.classList.contains("seeks")))
    opener.classList.add("pdf-opener")
    opener.setAttribute("aria-expanded", "false")
    return opener
  }

  private opens(open: boolean) {
    this.tools.classList.toggle("seeks", open)
    this.tools.querySelector(".pdf-opener")?.setAttribute("aria-expanded", String(open))
    if (open) this.search.focus()
  }

  private finder(): HTMLElement {
    Object.assign(this.search, { type: "search", placeholder: fill(this.texts, "find"), autocomplete: "off" })
    this.search.setAttribute("aria-label", fill(this.texts, "find"))
    this.search.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing)
        this.deeds.find(this.search.value, event.shiftKey ? -1 : 1)
    })
    this.search.addEventListener("search", () => this.search.value || this.deeds.find("", 1))
    this.found.className = "num muted"
    this.found.setAttribute("role", "status")
    return this.group("pdf-finder", [
      this.search,
      this.found,
      this.button("find_previous", "arrow-up", () => this.deeds.find(this.search.value, -1)),
      this.button("find_next", "arrow-down", () => this.deeds.find(this.search.value, 1)),
    ])
  }

  private group(className: string, parts: HTMLElement[]): HTMLElement {
    const group = document.createElement("span")
    group.className = `group ${className}`.trim()
    group.append(...parts)
    return group
  }

  private button(key: string, drawn: string, run: () => void): HTMLElement {
    const button = document.createElement("button")
    button.type = "button"
    button.className = "btn btn-quiet btn-sm btn-icon"
    button.title = fill(this.texts, key)
    button.setAttribute("aria-label", fill(this.texts, key))
    button.append(icon(drawn))
    button.addEventListener("click", run)
    return button
  }
}
