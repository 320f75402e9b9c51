// Puts a text into the clipboard and says so for a moment.
//
//   <span data-controller="copy" data-copy-text-value="https://…" data-copy-done-value="Kopiert">
//     <button type="button" data-action="copy#copy"><span data-copy-target="label">Verweis
//       kopieren</span></button></span>

import { Controller } from "@hotwired/stimulus"

const SAID_MS = 3000

export default class Copy extends Controller<HTMLElement> {
  static targets = ["source", "label"]
  static values = { text: String, done: String }

  declare readonly sourceTarget: HTMLElement
  declare readonly hasSourceTarget: boolean
  declare readonly labelTarget: HTMLElement
  declare readonly hasLabelTarget: boolean
  declare readonly textValue: string
  declare readonly doneValue: string
  private before?: string

  // Actions

  async copy() {
    await navigator.clipboard.writeText(this.text)
    if (!this.hasLabelTarget || !this.doneValue) return
    this.before ??= this.labelTarget.textContent ?? ""
    this.labelTarget.textContent = this.doneValue
    window.setTimeout(() => (this.labelTarget.textContent = this.before ?? ""), SAID_MS)
  }

  // Private

  private get text(): string {
    if (!this.hasSourceTarget) return this.textValue
    const source = this.sourceTarget
    return "value" in source ? String(source.value) : (source.textContent ?? "").trim()
  }
}
