// One page: a place of the right size, which is drawn when it comes near and emptied when it is far away.

import {
  TextLayer,
  type PDFDocumentProxy,
  type PDFPageProxy,
  type RenderTask,
} from "pdfjs-dist/legacy/build/pdf.mjs"

const MOST_PIXELS = 16_777_216

export class Leaf {
  readonly element = document.createElement("section")
  private canvas?: HTMLCanvasElement
  private text?: TextLayer
  private page?: PDFPageProxy
  private task?: RenderTask
  private drawn = 0

  constructor(
    private pdf: PDFDocumentProxy,
    readonly number: number,
    private size: { width: number; height: number },
    label: string,
  ) {
    this.element.className = "leaf-page"
    this.element.dataset.page = String(number)
    this.element.setAttribute("aria-label", label)
  }

  resize(scale: number) {
    const { style } = this.element
    style.setProperty("--leaf-width", String(Math.floor(this.size.width * scale)))
    style.setProperty("--leaf-height", String(Math.floor(this.size.height * scale)))
    style.setProperty("--total-scale-factor", String(scale))
    style.setProperty("--scale-round-x", "1px")
    style.setProperty("--scale-round-y", "1px")
  }

  get width(): number {
    return this.size.width
  }

  /** Draws the page at this scale, once; the letters stay where they are and grow by themselves. */
  async draw(scale: number): Promise<void> {
    if (this.drawn === scale) return
    this.drawn = scale
    this.task?.cancel()
    this.page ??= await this.pdf.getPage(this.number)
    const viewport = this.page.getViewport({ scale })
    this.size = { width: viewport.width / scale, height: viewport.height / scale }
    this.resize(scale)
    await Promise.all([this.paint(this.page, scale), this.write(this.page, scale)])
  }

  /**
   * Gives the memory of the picture back, and keeps the letters for the passages that are painted on them.
   */
  empty() {
    this.task?.cancel()
    this.drawn = 0
    if (!this.canvas) return
    this.canvas.width = this.canvas.height = 0
    this.canvas.remove()
    this.canvas = undefined
  }

  private async paint(page: PDFPageProxy, scale: number) {
    const size = page.getViewport({ scale })
    const most = Math.sqrt(MOST_PIXELS / (size.width * size.height))
    const ratio = Math.min(window.devicePixelRatio || 1, most)
    const canvas = document.createElement("canvas")
    canvas.setAttribute("aria-hidden", "true")
    canvas.width = Math.floor(size.width * ratio)
    canvas.height = Math.floor(size.height * ratio)
    this.task = page.render({ canvas, viewport: page.getViewport({ scale: scale * ratio }) })
    try {
      await this.task.promise
    } catch {
      return // Cancelled: another scale or far away.
    }
    this.canvas?.remove()
    this.canvas = canvas
    this.element.prepend(canvas)
  }

  private async write(page: PDFPageProxy, scale: number) {
    if (this.text) return
    const container = document.createElement("div")
    container.className = "leaf-text"
    const textContentSource = page.streamTextContent({
      includeMarkedContent: true,
      disableNormalization: true,
    })
    this.text = new TextLayer({ textContentSource, container, viewport: page.getViewport({ scale }) })
    await this.text.render()
    this.element.append(container)
  }
}
