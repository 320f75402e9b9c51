// Takes files: chosen, dropped anywhere on the element, pasted, or whole folders. More is in README.md.
//
//   <main data-controller="upload" data-upload-url-value="/api/v1/documents" data-upload-space-value="ID"
//         data-upload-folder-value="" data-upload-texts-value="{…}">

import { Controller } from "@hotwired/stimulus"
import { visit } from "@hotwired/turbo"
import { chosen, found, mostFiles, type Found } from "./dropped"
import { Parcel } from "./parcel"
import { fill, type Texts } from "./texts"

const AT_ONCE = 2

export default class Upload extends Controller<HTMLElement> {
  static targets = ["input", "list", "row", "status"]
  static values = {
    url: { type: String, default: "/api/v1/documents" },
    space: String,
    folder: String,
    replace: String,
    etag: String,
    stay: Boolean,
    texts: Object,
  }

  declare readonly listTarget: HTMLElement
  declare readonly rowTarget: HTMLTemplateElement
  declare readonly statusTargets: HTMLElement[]
  declare readonly urlValue: string
  declare readonly spaceValue: string
  declare readonly folderValue: string
  declare readonly replaceValue: string
  declare readonly etagValue: string
  declare readonly stayValue: boolean
  declare readonly textsValue: Texts
  private gone = new AbortController()
  private waiting: Parcel[] = []
  private sending = new Set<Parcel>()
  private arrived = 0

  // Lifecycle

  connect() {
    this.gone = new AbortController()
    const { signal } = this.gone
    this.element.addEventListener("dragover", this.over, { signal })
    this.element.addEventListener("dragleave", this.left, { signal })
    this.element.addEventListener("drop", this.dropped, { signal })
    document.addEventListener("paste", this.pasted, { signal })
    window.addEventListener("beforeunload", this.leaving, { signal })
  }

  disconnect() {
    this.gone.abort()
  }

  // Actions

  chosen(event: Event) {
    const input = event.target as HTMLInputElement
    this.take(chosen(input))
    input.value = ""
  }

  // Private

  private over = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return
    event.preventDefault()
    this.element.classList.add("dropping")
  }

  private left = (event: DragEvent) => {
    const inside = event.relatedTarget instanceof Node && this.element.contains(event.relatedTarget)
    if (!inside) this.element.classList.remove("dropping")
  }

  private dropped = async (event: DragEvent) => {
    this.element.classList.remove("dropping")
    if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return
    event.preventDefault()
    this.take(await found(event.dataTransfer))
  }

  private pasted = async (event: ClipboardEvent) => {
    if (event.defaultPrevented || !event.clipboardData?.files.length) return
    const target = event.target
    // The editor takes its pictures itself.
    if (target instanceof HTMLElement && target.isContentEditable) return
    event.preventDefault()
    this.take(await found(event.clipboardData))
  }

  private leaving = (event: Event) => this.sending.size > 0 && event.preventDefault()

  private take({ files, left }: { files: Found[]; left: boolean }) {
    const taken = this.replaceValue ? files.slice(0, 1) : files
    if (taken.length === 0) return
    const [url, space, folder] = [this.urlValue, this.spaceValue, this.folderValue]
    const goal = { url, space, folder, replace: this.replaceValue, etag: this.etagValue }
    for (const file of taken) {
      const parcel = new Parcel(file, goal, this.textsValue, this.rowTarget, (again) => this.queue(again))
      this.listTarget.append(parcel.row)
      this.waiting.push(parcel)
    }
    this.listTarget.hidden = false
    this.say(
      left
        ? fill(this.textsValue, "limit", { n: mostFiles })
        : fill(this.textsValue, "started", { n: taken.length }),
    )
    this.next()
  }

  private queue(parcel: Parcel) {
    delete parcel.row.dataset.end
    this.waiting.push(parcel)
    this.next()
  }

  private next() {
    while (this.sending.size < AT_ONCE && this.waiting.length > 0) {
      const parcel = this.waiting.shift()!
      if (!parcel.stopped) this.send(parcel)
    }
  }

  private async send(parcel: Parcel) {
    this.sending.add(parcel)
    const end = await parcel.send()
    this.sending.delete(parcel)
    if (end === "sent") {
      this.arrived += 1
      this.dispatch("done", { detail: parcel.answer as object })
    }
    this.next()
    if (this.sending.size === 0 && this.waiting.length === 0) this.finished()
  }

  /** What failed stays in sight with its reason; only when nothing did is the page fetched anew. */
  private finished() {
    this.say(fill(this.textsValue, "finished", { n: this.arrived }))
    const all = this.listTarget.querySelector('[data-end="failed"], [data-end="stopped"]') === null
    if (this.arrived > 0 && all && !this.stayValue) visit(location.href, { action: "replace" })
  }

  private say(words: string) {
    for (const place of this.statusTargets) place.textContent = words
  }
}
