// Shows a PDF in the page: all leaves below each other, with letters one can select, search and hear. The
// picture of the first page, which the server drew, stays until the first leaf is there. Markup and texts
// are in README.md.

import { Controller } from "@hotwired/stimulus"
import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentLoadingTask,
} from "pdfjs-dist/legacy/build/pdf.mjs"
import PdfWorker from "pdfjs-dist/legacy/build/pdf.worker.mjs?worker"
import { fill, type Texts } from "../islands/texts"
import { Bar } from "./bar"
import { Decoders, Fonts, Tables } from "./files"
import { Finder } from "./finder"
import { Leaves } from "./leaves"

// All views share one worker; a new one waits until it has let go of the one before.
let ending: Promise<unknown> = Promise.resolve()

export default class Pdf extends Controller<HTMLElement> {
  static targets = ["bar", "pages"]
  static values = { url: String, texts: Object }

  declare readonly barTarget: HTMLElement
  declare readonly pagesTarget: HTMLElement
  declare readonly urlValue: string
  declare readonly textsValue: Texts
  private task?: PDFDocumentLoadingTask
  private leaves?: Leaves
  private bar?: Bar
  private finder?: Finder
  private sizes = new ResizeObserver(() => this.leaves?.refit())
  private turning = 0
  private connected = Symbol()

  // Lifecycle

  connect() {
    this.element.addEventListener("keydown", this.pressed)
    this.element.addEventListener("anchor:page", this.asked)
    this.open()
  }

  disconnect() {
    this.element.removeEventListener("keydown", this.pressed)
    this.element.removeEventListener("anchor:page", this.asked)
    this.sizes.disconnect()
    this.finder?.clear()
    this.leaves?.end()
    this.bar?.destroy()
    ending = Promise.all([ending, this.task?.destroy()])
    this.connected = Symbol()
    this.leaves = this.bar = this.finder = undefined
  }

  // Private

  private async open() {
    GlobalWorkerOptions.workerPort ??= new PdfWorker()
    const say = document.createElement("span")
    say.setAttribute("role", "status")
    say.className = "muted"
    say.setAttribute("data-turbo-temporary", "")
    say.textContent = fill(this.textsValue, "loading")
    this.barTarget.append(say)
    const connected = this.connected
    await ending
    if (connected !== this.connected) return
    this.task = getDocument({
      url: new URL(this.urlValue, location.href).href,
      withCredentials: true,
      isEvalSupported: false,
      useWorkerFetch: false,
      CMapReaderFactory: Tables,
      StandardFontDataFactory: Fonts,
      WasmFactory: Decoders,
    })
    const task = this.task
    try {
      const pdf = await task.promise
      if (task !== this.task || !this.element.isConnected) return
      await this.show(pdf)
      say.remove()
    } catch {
      say.textContent = fill(this.textsValue, "failed")
    }
  }

  private async show(pdf: Awaited<PDFDocumentLoadingTask["promise"]>) {
    const texts = this.textsValue
    const leaves = new Leaves(this.pagesTarget, pdf, texts, {
      turned: () => this.turned(),
      drawn: () => this.dispatch("drawn"),
    })
    this.pagesTarget.setAttribute("role", "region")
    this.pagesTarget.setAttribute("aria-label", fill(texts, "pages"))
    await leaves.lay()
    this.leaves = leaves
    this.finder = new Finder(pdf, leaves)
    this.bar = new Bar(this.barTarget, texts, leaves.count, {
      turn: (step) => leaves.goTo(leaves.current + step),
      goTo: (page) => leaves.goTo(page),
      larger: () => leaves.larger(),
      smaller: () => leaves.smaller(),
      fit: () => leaves.fit(),
      find: (word, step) => this.find(word, step),
    })
    this.sizes.observe(this.pagesTarget)
  }

  private turned() {
    cancelAnimationFrame(this.turning)
    this.turning = requestAnimationFrame(() => this.leaves && this.bar?.turned(this.leaves.current))
  }

  private async find(word: string, step: 1 | -1) {
    if (!this.finder) return
    const { at, count } = await this.finder.find(word, step)
    const words = count > 0 ? fill(this.textsValue, "found", { n: at, count }) : fill(this.textsValue, "none")
    this.bar?.says(word.trim() ? words : "")
  }

  private asked = (event: Event) => {
    this.leaves?.goTo((event as CustomEvent<{ page: number }>).detail.page)
  }

  /** Only drawn pages are in the document, so the browser's own search would miss the others. */
  private pressed = (event: KeyboardEvent) => {
    const leaves = this.leaves
    if (!leaves || event.altKey) return
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f") this.bar?.seek()
    else if (event.ctrlKey || event.metaKey || event.target !== this.pagesTarget) return
    else if (event.key === "+") leaves.larger()
    else if (event.key === "-") leaves.smaller()
    else if (event.key === "0") leaves.fit()
    else if (event.key === "ArrowRight") leaves.goTo(leaves.current + 1)
    else if (event.key === "ArrowLeft") leaves.goTo(leaves.current - 1)
    else return
    event.preventDefault()
  }
}
