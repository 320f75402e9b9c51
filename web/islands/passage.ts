// Finds a passage again by its words, and says of a selection which words surround it. White space counts
// once, and the end of a block counts as white space, so that a passage reads the same in a preview, a PDF
// and the editor.

export type Quote = { quote: string; prefix: string; suffix: string; page: string }

const CONTEXT = 32
const LONGEST = 1000
const BLOCKS = new Set([
  ..."ADDRESS ARTICLE BLOCKQUOTE BR DD DIV DT FIGCAPTION FIGURE HR LI P PRE SECTION TD TH TR".split(" "),
  ..."H1 H2 H3 H4 H5 H6".split(" "),
])
const NOT_TEXT = ".notes, .cur, script, style, template, [aria-hidden='true']"

/** The text below an element as one line, and where each of its letters stands. */
export class Line {
  words = ""
  private nodes: Text[] = []
  private starts: number[] = []
  private offsets: number[] = []

  constructor(root: Element) {
    const accept = (node: Node) =>
      node instanceof Element && node.matches(NOT_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, accept)
    const letters: string[] = []
    let space = true
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        if (!BLOCKS.has(node.tagName) || space || this.nodes.length === 0) continue
        this.put(letters, " ", this.nodes.length - 1, this.nodes.at(-1)!.length)
        space = true
      } else if (node instanceof Text) {
        this.nodes.push(node)
        for (let at = 0; at < node.length; at += 1) {
          const white = /\s/.test(node.data[at])
          if (!(white && space)) this.put(letters, white ? " " : node.data[at], this.nodes.length - 1, at)
          space = white
        }
      }
    }
    this.words = letters.join("")
  }

  /** The best place for a quote: where it occurs more than once, its surroundings decide. */
  find({ quote, prefix, suffix }: Omit<Quote, "page">): Range | null {
    const sought = oneLine(quote)
    if (!sought) return null
    const [before, after] = [oneLine(prefix), oneLine(suffix)]
    let best = -1
    let most = -1
    for (let at = this.words.indexOf(sought); at >= 0; at = this.words.indexOf(sought, at + 1)) {
      const likeness =
        sameEnd(this.words.slice(0, at).trimEnd(), before) +
        sameStart(this.words.slice(at + sought.length).trimStart(), after)
      if (likeness > most) [best, most] = [at, likeness]
    }
    return best < 0 ? null : this.range(best, best + sought.length)
  }

  /** All places of a word, for searching in a document. At most `limit`. */
  findAll(word: string, limit: number): Range[] {
    const [words, sought] = [this.words.toLowerCase(), oneLine(word).toLowerCase()]
    const ranges: Range[] = []
    if (!sought || words.length !== this.words.length) return ranges
    for (
      let at = words.indexOf(sought);
      at >= 0 && ranges.length < limit;
      at = words.indexOf(sought, at + 1)
    ) {
      ranges.push(this.range(at, at + sought.length))
    }
    return ranges
  }

  /** The words of a range and around it; empty ones where it holds none of this line. */
  describe(range: Range): Omit<Quote, "page"> {
    const inside = [...this.starts.keys()].filter((at) => {
      const node = this.nodes[this.starts[at]]
      return range.isPointInRange(node, this.offsets[at]) && !atEnd(range, node, this.offsets[at])
    })
    if (inside.length === 0) return { quote: "", prefix: "", suffix: "" }
    const [from, to] = [inside[0], Math.min(inside[inside.length - 1] + 1, inside[0] + LONGEST)]
    return {
      quote: this.words.slice(from, to).trim(),
      prefix: this.words.slice(Math.max(0, from - CONTEXT), from),
      suffix: this.words.slice(to, to + CONTEXT),
    }
  }

  private range(from: number, to: number): Range {
    const range = document.createRange()
    const last = to - 1
    range.setStart(this.nodes[this.starts[from]], this.offsets[from])
    const node = this.nodes[this.starts[last]]
    range.setEnd(node, Math.min(this.offsets[last] + 1, node.length))
    return range
  }

  private put(letters: string[], letter: string, node: number, offset: number) {
    letters.push(letter)
    this.starts.push(node)
    this.offsets.push(offset)
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim()
}

function atEnd(range: Range, node: Text, offset: number): boolean {
  return range.endContainer === node && range.endOffset <= offset
}

function sameEnd(text: string, other: string): number {
  let same = 0
  while (same < other.length && text.at(-1 - same) === other.at(-1 - same)) same += 1
  return same
}

function sameStart(text: string, other: string): number {
  let same = 0
  while (same < other.length && text[same] === other[same]) same += 1
  return same
}
