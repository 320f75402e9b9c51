// The list of people that opens while somebody types "@" in a textarea, by the ARIA pattern of a combobox.

import { listbox, place, type Option } from "./options"

const PAUSE_MS = 150
const LONGEST_NAME = 40
const BEFORE_CARET = new RegExp(`(?:^|[\\s(])@([^@\\n]{0,${LONGEST_NAME}})$`)

export class Mention {
  private list = listbox((option) => this.choose(option))
  private pause = 0
  private asked = 0

  constructor(
    private field: HTMLTextAreaElement,
    private url: string,
    label: string,
  ) {
    this.list.element.setAttribute("aria-label", label)
    field.after(this.list.element)
    field.setAttribute("role", "combobox")
    field.setAttribute("aria-autocomplete", "list")
    field.setAttribute("aria-controls", this.list.element.id)
    field.setAttribute("aria-expanded", "false")
    field.addEventListener("input", this.typed)
    field.addEventListener("keydown", this.pressed)
    field.addEventListener("blur", this.close)
  }

  end() {
    clearTimeout(this.pause)
    this.field.removeEventListener("input", this.typed)
    this.field.removeEventListener("keydown", this.pressed)
    this.field.removeEventListener("blur", this.close)
    this.list.element.remove()
  }

  /** Writes the "@" for who came by the button. */
  begin() {
    this.field.focus()
    const before = this.field.value.slice(0, this.field.selectionStart)
    this.field.setRangeText(/\S$/.test(before) ? " @" : "@", before.length, this.field.selectionEnd, "end")
    this.field.dispatchEvent(new InputEvent("input", { bubbles: true }))
  }

  private typed = () => {
    clearTimeout(this.pause)
    const begun = this.begun()
    if (begun === null) return this.close()
    this.pause = window.setTimeout(() => this.ask(begun), PAUSE_MS)
  }

  private async ask(begun: string) {
    const mine = ++this.asked
    const address = `${this.url}${this.url.includes("?") ? "&" : "?"}q=${encodeURIComponent(begun)}`
    const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null)
    if (!answer?.ok || mine !== this.asked || this.begun() === null) return
    const { items } = (await answer.json()) as { items: { id: string; name: string }[] }
    if (items.length === 0) return this.close()
    this.list.show(items.map(({ id, name }) => ({ key: id, words: name })))
    place(this.list.element, this.field.getBoundingClientRect())
    this.mark()
  }

  private pressed = (event: KeyboardEvent) => {
    if (!this.list.open || event.isComposing) return
    const moves: Record<string, () => void> = {
      ArrowDown: () => this.list.move(1),
      ArrowUp: () => this.list.move(-1),
      Enter: () => this.choose(this.list.current),
      Tab: () => this.choose(this.list.current),
      Escape: () => this.close(),
    }
    const move = moves[event.key]
    if (!move || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    move()
    this.mark()
  }

  private choose(option?: Option) {
    const begun = this.begun()
    if (option && begun !== null) {
      const caret = this.field.selectionStart
      this.field.setRangeText(`@${option.words} `, caret - begun.length - 1, caret, "end")
      this.field.dispatchEvent(new InputEvent("input", { bubbles: true }))
    }
    this.close()
  }

  private close = () => {
    clearTimeout(this.pause)
    this.asked += 1
    this.list.hide()
    this.mark()
  }

  private mark() {
    this.field.setAttribute("aria-expanded", String(this.list.open))
    const active = this.list.activeId
    if (active) this.field.setAttribute("aria-activedescendant", active)
    else this.field.removeAttribute("aria-activedescendant")
  }

  /** What is written after the "@" before the caret, or null where there is none. */
  private begun(): string | null {
    const { selectionStart, selectionEnd, value } = this.field
    if (selectionStart !== selectionEnd) return null
    return BEFORE_CARET.exec(value.slice(0, selectionStart))?.[1] ?? null
  }
}
