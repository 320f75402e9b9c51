// The quick way: Ctrl+K or the search button opens a dialog that jumps to things, people and deeds.
// README.md has the markup and what the server answers. The focus stays in the field (combobox pattern);
// arrows choose, Enter opens.

import { Controller } from "@hotwired/stimulus"
import { visit } from "@hotwired/turbo"
import { drawGroup, type Group } from "./found"

const PAUSE_MS = 120

export default class Palette extends Controller<HTMLElement> {
  static targets = ["dialog", "query", "list", "status"]
  static values = { url: { type: String, default: "/search/quick" }, none: String }

  declare readonly dialogTarget: HTMLDialogElement
  declare readonly queryTarget: HTMLInputElement
  declare readonly listTarget: HTMLElement
  declare readonly statusTargets: HTMLElement[]
  declare readonly urlValue: string
  declare readonly noneValue: string
  private gone = new AbortController()
  private pause = 0
  private asked = 0

  // Lifecycle

  connect() {
    this.gone = new AbortController()
    const { signal } = this.gone
    document.addEventListener("keydown", this.shortcut, { signal })
    document.addEventListener("turbo:before-cache", () => this.dialogTarget.close(), { signal })
    this.dialogTarget.addEventListener("click", this.clicked, { signal })
    this.queryTarget.addEventListener("input", this.typed, { signal })
    this.queryTarget.addEventListener("keydown", this.pressed, { signal })
    this.listTarget.id ||= "palette-list"
    this.listTarget.setAttribute("role", "listbox")
    this.queryTarget.setAttribute("role", "combobox")
    this.queryTarget.setAttribute("aria-controls", this.listTarget.id)
    this.queryTarget.setAttribute("aria-expanded", "true")
  }

  disconnect() {
    clearTimeout(this.pause)
    this.gone.abort()
  }

  // Actions

  open(event?: Event) {
    event?.preventDefault()
    if (!this.dialogTarget.open) this.dialogTarget.showModal()
    this.queryTarget.select()
    this.ask()
  }

  close(event?: Event) {
    event?.preventDefault()
    this.dialogTarget.close()
  }

  // Private

  private shortcut = (event: KeyboardEvent) => {
    const asked =
      event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
    if (!asked || event.defaultPrevented) return
    this.open(event)
  }

  private clicked = (event: MouseEvent) => {
    if (event.target === this.dialogTarget) this.dialogTarget.close()
    if ((event.target as Element).closest("a[href]")) this.dialogTarget.close()
  }

  private typed = () => {
    clearTimeout(this.pause)
    this.pause = window.setTimeout(() => this.ask(), PAUSE_MS)
  }

  private async ask() {
    const mine = ++this.asked
    const query = this.queryTarget.value.trim()
    const address = `${this.urlValue}?q=${encodeURIComponent(query)}`
    const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null)
    if (!answer?.ok || mine !== this.asked) return
    const { groups } = (await answer.json()) as { groups: Group[] }
    const filled = groups.filter((group) => group.items.length > 0)
    this.listTarget.replaceChildren(...filled.map(drawGroup))
    this.choose(query ? 0 : -1)
    const words = this.rows.length === 0 ? this.noneValue : String(this.rows.length)
    for (const place of this.statusTargets) place.textContent = words
  }

  private pressed = (event: KeyboardEvent) => {
    const here = this.rows.findIndex((row) => row.getAttribute("aria-selected") === "true")
    if (event.key === "ArrowDown") this.choose(here + 1)
    else if (event.key === "ArrowUp") this.choose(here - 1)
    else if (event.key === "Escape")
      this.dialogTarget.close() // A search field would only empty itself.
    else if (event.key === "Enter" && here >= 0 && !event.isComposing) this.follow(this.rows[here])
    else return
    event.preventDefault()
  }

  private follow(row: HTMLAnchorElement) {
    this.dialogTarget.close()
    visit(row.href)
  }

  private choose(index: number) {
    const rows = this.rows
    const here = index < -1 ? rows.length - 1 : index % Math.max(rows.length, 1)
    for (const [at, row] of rows.entries()) row.setAttribute("aria-selected", String(at === here))
    const chosen = rows[here]
    if (chosen) this.queryTarget.setAttribute("aria-activedescendant", chosen.id)
    else this.queryTarget.removeAttribute("aria-activedescendant")
    chosen?.scrollIntoView({ block: "nearest" })
  }

  private get rows(): HTMLAnchorElement[] {
    return [...this.listTarget.querySelectorAll<HTMLAnchorElement>("a.z")]
  }
}
