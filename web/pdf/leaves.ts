// All pages below each other. Only those near the window are drawn.

import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs"
import { fill, type Texts } from "../islands/texts"
import { Leaf } from "./leaf"

const NEAR = "800px 0px"
const STEP = 1.2
const SMALLEST = 0.25
const LARGEST = 5
const MARGIN = 2

export class Leaves {
  private leaves: Leaf[] = []
  private near = new Set<Leaf>()
  private watch?: IntersectionObserver
  private scale = 1
  private fitted = true

  constructor(
    private root: HTMLElement,
    private pdf: PDFDocumentProxy,
    private texts: Texts,
    private told: { turned(): void; drawn(): void },
  ) {}

  /**
   * The size of the first page stands for all until each is drawn, since asking for thousands would take
   * long.
   */
  async lay() {
    const first = await this.pdf.getPage(1)
    const { width, height } = first.getViewport({ scale: 1 })
    const count = this.pdf.numPages
    this.leaves = Array.from({ length: count }, (_, at) => {
      const label = fill(this.texts, "page", { n: at + 1, count })
      return new Leaf(this.pdf, at + 1, { width, height }, label)
    })
    this.root.replaceChildren(...this.leaves.map((leaf) => leaf.element))
    this.fit()
    // Whether the pages scroll in their own frame or with the window depends on how wide it is just now.
    const near = { rootMargin: NEAR, scrollMargin: NEAR }
    this.watch = new IntersectionObserver((entries) => this.seen(entries), near)
    for (const leaf of this.leaves) this.watch.observe(leaf.element)
    for (const place of [this.root, window])
      place.addEventListener("scroll", this.told.turned, { passive: true })
  }

  end() {
    this.watch?.disconnect()
    for (const place of [this.root, window]) place.removeEventListener("scroll", this.told.turned)
    for (const leaf of this.leaves) leaf.empty()
  }

  get count(): number {
    return this.leaves.length
  }

  /** The page that fills most of what is seen: the last one that begins above the middle. */
  get current(): number {
    const outer = this.root.getBoundingClientRect()
    const top = Math.max(outer.top, 0)
    const middle = (top + Math.min(outer.bottom, window.innerHeight)) / 2
    const above = this.leaves.filter(({ element }) => element.getBoundingClientRect().top <= middle)
    return Math.max(1, above.length)
  }

  goTo(number: number) {
    const at = Math.min(Math.max(1, Math.round(number) || 1), this.count) - 1
    this.leaves[at]?.element.scrollIntoView({ block: "start" })
  }

  /** Draws a page now and gives its element, for who looks for words on it. */
  async drawn(number: number): Promise<HTMLElement | undefined> {
    const leaf = this.leaves[number - 1]
    await leaf?.draw(this.scale)
    return leaf?.element
  }

  larger() {
    this.zoom(this.scale * STEP, false)
  }

  smaller() {
    this.zoom(this.scale / STEP, false)
  }

  fit() {
    const width = this.leaves[0]?.width ?? 1
    this.zoom((this.root.clientWidth - MARGIN) / width, true)
  }

  /** After the window changed: who had fitted the page to it wants it fitted. */
  refit() {
    if (this.fitted) this.fit()
  }

  private zoom(scale: number, fitted: boolean) {
    const next = Math.min(Math.max(scale, SMALLEST), LARGEST)
    this.fitted = fitted
    if (Math.abs(next - this.scale) < 0.005 && this.near.size > 0) return
    this.scale = next
    this.stay(() => this.leaves.forEach((leaf) => leaf.resize(next)))
    for (const leaf of this.near) this.draw(leaf)
  }

  /** What is read at the upper edge stays there; who is still above the pages is not moved at all. */
  private stay(change: () => void) {
    const edge = Math.max(this.root.getBoundingClientRect().top, 0)
    const place = (leaf: Leaf) => leaf.element.getBoundingClientRect()
    const here = this.leaves.find((leaf) => place(leaf).bottom > edge)
    const before = here && place(here)
    change()
    if (!here || !before || before.top >= edge) return
    const after = place(here)
    const passed = ((edge - before.top) / before.height) * after.height
    const scrolls = this.root.scrollHeight > this.root.clientHeight ? this.root : window
    scrolls.scrollBy({ top: after.top + passed - edge, behavior: "instant" })
  }

  private seen(entries: IntersectionObserverEntry[]) {
    for (const { target, isIntersecting } of entries) {
      const leaf = this.leaves[Number((target as HTMLElement).dataset.page) - 1]
      if (isIntersecting) {
        this.near.add(leaf)
        this.draw(leaf)
      } else if (this.near.delete(leaf)) leaf.empty()
    }
    this.told.turned()
  }

  private async draw(leaf: Leaf) {
    await leaf.draw(this.scale).catch(() => {})
    this.told.drawn()
  }
}
