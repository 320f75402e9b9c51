// A menu that opens from a button: details and summary work alone, this adds Esc, arrows and the click
// elsewhere, closes when the focus goes on, and moves where it would leave the window.
//
//   <details class="menu" data-controller="menu"><summary class="btn btn-line btn-icon"
//       aria-label="Mehr">…</summary>
//     <div class="menu-list menu-end"><a href="…">…</a><form …><button>…</button></form></div></details>

import { Controller } from "@hotwired/stimulus"

const AIR_PX = 8

export default class Menu extends Controller<HTMLDetailsElement> {
  // Lifecycle

  connect() {
    this.element.addEventListener("keydown", this.pressed)
    this.element.addEventListener("focusout", this.left)
    this.element.addEventListener("toggle", this.place)
    document.addEventListener("click", this.elsewhere)
    document.addEventListener("turbo:before-cache", this.close)
  }

  disconnect() {
    this.element.removeEventListener("keydown", this.pressed)
    this.element.removeEventListener("focusout", this.left)
    this.element.removeEventListener("toggle", this.place)
    document.removeEventListener("click", this.elsewhere)
    document.removeEventListener("turbo:before-cache", this.close)
  }

  // Private

  private close = () => {
    this.element.open = false
  }

  private elsewhere = (event: MouseEvent) => {
    const inside = event.target instanceof Node && this.element.contains(event.target)
    if (!inside) this.close()
  }

  /** Nothing gets the focus when a window loses it, or when the mouse presses what takes none. A dialog that
      asks once more gives it back to the entry that was pressed. */
  private left = (event: FocusEvent) => {
    const to = event.relatedTarget
    const goesOn = to instanceof Element && !this.element.contains(to) && !to.closest("dialog[open]")
    if (goesOn) this.close()
  }

  /** As far as it must be moved to stand in the window with a little air. */
  private place = () => {
    const list = this.element.querySelector<HTMLElement>(".menu-list")
    if (!list) return
    list.style.translate = ""
    const { left, right } = list.getBoundingClientRect()
    const over = Math.max(0, right + AIR_PX - document.documentElement.clientWidth)
    const shift = Math.max(-over, AIR_PX - left)
    if (over > 0 || left < AIR_PX) list.style.translate = `${shift}px`
  }

  private pressed = (event: KeyboardEvent) => {
    if (event.key === "Escape" && this.element.open) {
      event.stopPropagation()
      this.close()
      this.element.querySelector("summary")?.focus()
      return
    }
    const to = this.goal(event.key)
    if (!to) return
    event.preventDefault()
    this.element.open = true
    to.focus()
  }

  private goal(key: string): HTMLElement | undefined {
    const entries = this.entries
    const here = entries.indexOf(document.activeElement as HTMLElement)
    if (key === "ArrowDown") return entries[(here + 1) % entries.length]
    if (key === "ArrowUp") return entries.at(here <= 0 ? -1 : here - 1)
    if (key === "Home" && here >= 0) return entries[0]
    if (key === "End" && here >= 0) return entries.at(-1)
    return undefined
  }

  private get entries(): HTMLElement[] {
    const all = this.element.querySelectorAll<HTMLElement>(".menu-list :is(a[href], button:not([disabled]))")
    return [...all].filter((entry) => !entry.hidden)
  }
}
