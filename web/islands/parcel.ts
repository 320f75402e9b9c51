// One file on its way: its row in the list, its bar, and the two buttons.

import { amount, timeLeft } from "./amounts"
import type { Found } from "./dropped"
import { fill, type Texts } from "./texts"

export type Goal = { url: string; space: string; folder: string; replace: string; etag: string }
type Problem = {
  detail?: string
  title?: string
  errors?: { message: string }[]
  put_aside?: { url: string }
}
type End = "sent" | "failed" | "stopped"

const REFUSED = 400

export class Parcel {
  readonly row: HTMLElement
  answer: unknown
  private request?: XMLHttpRequest
  private began = 0

  constructor(
    readonly found: Found,
    private goal: Goal,
    private texts: Texts,
    template: HTMLTemplateElement,
    private again: (parcel: Parcel) => void,
  ) {
    this.row = template.content.firstElementChild!.cloneNode(true) as HTMLElement
    this.row.setAttribute("data-turbo-temporary", "")
    this.part("name").textContent = found.path
    this.part("bar").setAttribute("aria-label", found.path)
    this.part("cancel").addEventListener("click", () => this.stop())
    this.part("retry").addEventListener("click", () => this.again(this))
    this.say(fill(texts, "waiting"))
    this.fillBar(0)
  }

  /** Sends the file; the end is never an exception, since each is shown in the row. */
  send(): Promise<End> {
    delete this.row.dataset.end
    const request = new XMLHttpRequest()
    this.request = request
    this.began = performance.now()
    this.show("problem", false)
    this.buttons(true)
    return new Promise((resolve) => {
      request.upload.onprogress = (event) => this.progress(event.loaded, event.total)
      request.onload = () => resolve(this.answered(request))
      request.onerror = () => resolve(this.fail({ detail: fill(this.texts, "offline") }))
      request.onabort = () => resolve("stopped")
      this.start(request)
    })
  }

  stop() {
    this.request?.abort()
    this.request = undefined
    this.say(fill(this.texts, "stopped"))
    this.buttons(false)
    this.row.dataset.end = "stopped"
  }

  get stopped(): boolean {
    return this.row.dataset.end === "stopped"
  }

  private start(request: XMLHttpRequest) {
    const { url, replace, etag } = this.goal
    request.responseType = "json"
    request.open(replace ? "PUT" : "POST", replace || url)
    request.setRequestHeader("Accept", "application/json")
    request.setRequestHeader("X-Requested-With", "fetch")
    if (!replace) return request.send(this.form())
    request.setRequestHeader("If-Match", etag)
    request.setRequestHeader("Content-Type", this.found.file.type || "application/octet-stream")
    request.send(this.found.file)
  }

  private form(): FormData {
    const form = new FormData()
    form.set("space_id", this.goal.space)
    if (this.goal.folder) form.set("folder_id", this.goal.folder)
    if (this.found.path.includes("/")) form.set("path", this.found.path)
    form.set("file", this.found.file, this.found.file.name)
    return form
  }

  private progress(done: number, size: number) {
    const seconds = (performance.now() - this.began) / 1000
    const values = { done: amount(done, this.texts), size: amount(size, this.texts) }
    const left = ((size - done) / Math.max(done, 1)) * seconds
    const known = seconds > 1 && done < size
    const time = known ? timeLeft(left, this.texts) : ""
    this.say(fill(this.texts, known ? "left" : "amount", { ...values, time }))
    this.fillBar(size > 0 ? (done / size) * 100 : 100)
  }

  private answered(request: XMLHttpRequest): End {
    this.answer = request.response
    if (request.status === 0 || request.status >= REFUSED) return this.fail((this.answer ?? {}) as Problem)
    this.say(fill(this.texts, "sent"))
    this.fillBar(100)
    this.show("cancel", false)
    this.row.dataset.end = "sent"
    return "sent"
  }

  private fail(problem: Problem): End {
    const words = problem.detail ?? problem.errors?.[0]?.message ?? problem.title
    const place = this.part("problem")
    place.textContent = words ?? fill(this.texts, "failed", { name: this.found.path })
    if (problem.put_aside) {
      const link = { href: problem.put_aside.url, textContent: fill(this.texts, "aside") }
      place.append(" ", Object.assign(document.createElement("a"), link))
    }
    this.show("problem", true)
    this.say("")
    this.buttons(false)
    this.row.dataset.end = "failed"
    return "failed"
  }

  private buttons(sending: boolean) {
    this.show("cancel", sending)
    this.show("retry", !sending)
  }

  private fillBar(percent: number) {
    const bar = this.part("bar")
    bar.setAttribute("aria-valuenow", String(Math.round(percent)))
    const inner = bar.firstElementChild as HTMLElement | null
    if (inner) inner.style.inlineSize = `${percent}%`
  }

  private say(words: string) {
    this.part("words").textContent = words
  }

  private show(name: string, shown: boolean) {
    this.part(name).hidden = !shown
  }

  private part(name: string): HTMLElement {
    return this.row.querySelector<HTMLElement>(`[data-part="${name}"]`) ?? document.createElement("span")
  }
}
