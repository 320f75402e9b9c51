// Writes Markdown for who does not know it: the buttons above a text put signs around what is selected.
//
//   <form data-controller="markup"><textarea data-markup-target="text" …></textarea>
//     <button type="button" data-action="markup#bold" aria-label="Fett">…</button></form>
//
// What is selected stays selected, so that two buttons can follow each other, and the browser's own "undo"
// knows of it.

import { Controller } from "@hotwired/stimulus"

const ADDRESS = /^https?:\/\/\S+$/

export default class Markup extends Controller<HTMLElement> {
  static targets = ["text"]

  declare readonly textTarget: HTMLTextAreaElement

  // Actions

  bold() {
    this.around("**", "**")
  }

  code() {
    this.around("`", "`")
  }

  list() {
    const { value, selectionStart, selectionEnd } = this.textTarget
    const start = value.lastIndexOf("\n", selectionStart - 1) + 1
    const lines = value.slice(start, selectionEnd).split("\n")
    const isList = lines.every((line) => line.startsWith("- "))
    const changed = lines.map((line) => (isList ? line.slice(2) : `- ${line}`)).join("\n")
    this.write(start, selectionEnd, changed, start + changed.length, start + changed.length)
  }

  link() {
    const { value, selectionStart, selectionEnd } = this.textTarget
    const words = value.slice(selectionStart, selectionEnd)
    // Selected is the address or its name; the caret goes to what is missing.
    const [name, address] = ADDRESS.test(words) ? ["", words] : [words, "https://"]
    const caret = selectionStart + (name ? name.length + 3 : 1)
    const end = name ? caret + address.length : caret
    this.write(selectionStart, selectionEnd, `[${name}](${address})`, caret, end)
  }

  // Private

  private around(before: string, after: string) {
    const { value, selectionStart: start, selectionEnd: end } = this.textTarget
    const [words, from] = [value.slice(start, end), start + before.length]
    this.write(start, end, before + words + after, from, from + words.length)
  }

  private write(start: number, end: number, text: string, from: number, to: number) {
    const field = this.textTarget
    field.focus()
    field.setSelectionRange(start, end)
    // Deprecated and without a successor: nothing else can be undone by the browser.
    if (!document.execCommand("insertText", false, text)) {
      field.setRangeText(text, start, end)
      field.dispatchEvent(new InputEvent("input", { bubbles: true }))
    }
    field.setSelectionRange(from, to)
  }
}
