// A picture that is pasted or dropped into a text becomes a document of the space, and is named in the text.
//
//   <textarea data-controller="paste" data-paste-space-value="ID" data-paste-failed-value="…"
//       data-action="paste->paste#take drop->paste#take"></textarea>

import { Controller } from "@hotwired/stimulus"

export default class Paste extends Controller<HTMLTextAreaElement> {
  static values = { space: String, failed: String, url: { type: String, default: "/api/v1/documents" } }

  declare readonly spaceValue: string
  declare readonly failedValue: string
  declare readonly urlValue: string

  // Actions

  async take(event: ClipboardEvent | DragEvent) {
    const data = "clipboardData" in event ? event.clipboardData : event.dataTransfer
    const files = [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/"))
    if (files.length === 0 || !this.spaceValue) return
    event.preventDefault()
    for (const file of files) await this.send(file)
  }

  // Private

  private async send(file: File) {
    const name = file.name.replace(/[[\]()\\]/g, " ").trim() || "image.png"
    const waiting = `![${name} …]()`
    this.write(waiting)
    const form = new FormData()
    form.append("space_id", this.spaceValue)
    form.append("file", file, name)
    const request: RequestInit = { method: "POST", body: form, credentials: "same-origin" }
    const sent = await fetch(this.urlValue, request).catch(() => null)
    const { id } = sent?.ok ? ((await sent.json()) as { id: string }) : { id: "" }
    const written = id ? `![${name}](/documents/${id}/content)` : this.failedValue
    this.element.value = this.element.value.replace(waiting, written)
    this.element.dispatchEvent(new InputEvent("input", { bubbles: true }))
  }

  private write(text: string) {
    const { selectionStart, selectionEnd } = this.element
    this.element.setRangeText(text, selectionStart, selectionEnd, "end")
    this.element.dispatchEvent(new InputEvent("input", { bubbles: true }))
  }
}
