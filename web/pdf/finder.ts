// Finds words in all pages, also in those that were never drawn, and goes from one place to the next.

import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs"
import { Line } from "../islands/passage"
import type { Leaves } from "./leaves"

const MOST = 1000

type Place = { page: number; nth: number }
export type Found = { at: number; count: number }

export class Finder {
  private pages: string[] = []
  private sought = ""
  private places: Place[] = []
  private at = -1

  constructor(
    private pdf: PDFDocumentProxy,
    private leaves: Leaves,
  ) {}

  /** Goes on from where it is; a new word begins at the page that is seen. */
  async find(word: string, step: 1 | -1): Promise<Found> {
    const sought = oneLine(word)
    if (sought !== this.sought) await this.begin(sought)
    else this.at = (this.at + step + this.places.length) % Math.max(this.places.length, 1)
    const place = this.places[this.at]
    if (place) await this.show(place)
    else this.clear()
    return { at: place ? this.at + 1 : 0, count: this.places.length }
  }

  clear() {
    for (const name of ["found", "found-here"]) CSS.highlights?.delete(name)
  }

  private async begin(sought: string) {
    this.sought = sought
    this.places = []
    for (let page = 1; sought && page <= this.pdf.numPages && this.places.length < MOST; page += 1) {
      const words = (this.pages[page] ??= await this.read(page))
      let nth = 0
      for (let at = words.indexOf(sought); at >= 0; at = words.indexOf(sought, at + 1)) {
        this.places.push({ page, nth: nth++ })
      }
    }
    const here = this.leaves.current
    this.at = Math.max(
      0,
      this.places.findIndex(({ page }) => page >= here),
    )
  }

  private async show({ page, nth }: Place) {
    this.leaves.goTo(page)
    const element = await this.leaves.drawn(page)
    const ranges = element ? new Line(element).findAll(this.sought, MOST) : []
    const here = ranges[Math.min(nth, ranges.length - 1)]
    if (!here) return
    here.startContainer.parentElement?.scrollIntoView({ block: "center", inline: "nearest" })
    if (!CSS.highlights) return void document.getSelection()?.setBaseAndExtent(...ends(here))
    const strong = new Highlight(here)
    strong.priority = 2
    CSS.highlights.set("found", new Highlight(...ranges))
    CSS.highlights.set("found-here", strong)
  }

  private async read(page: number): Promise<string> {
    const content = await (await this.pdf.getPage(page)).getTextContent({ disableNormalization: true })
    const parts = content.items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : ""))
    return oneLine(parts.join(""))
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase()
}

function ends(range: Range): [Node, number, Node, number] {
  return [range.startContainer, range.startOffset, range.endContainer, range.endOffset]
}
