// What can be read: the caption, the sheet on the flip chart, the answers, and the wording beside it.

import { make } from "../arcade/draw"
import { compile, type Line, type Scene, type Slide } from "./timeline"

export interface Places {
  sheet: HTMLElement
  caption: HTMLElement
  replies: HTMLElement
  script: HTMLElement
  lines: HTMLElement[]
}

export class Board {
  private shown: string | undefined

  constructor(private readonly at: Places) {}

  /** Shows the whole line; what is being said stands out, see `sentence`. */
  say(speaker: string, text: string): Line {
    const line = compile(text)
    const sentences = line.sentences.flatMap((it) => [make("span", { "data-sentence": true }, it.text), " "])
    this.at.caption.replaceChildren(make("b", {}, speaker), " ", make("span", {}, ...sentences))
    return line
  }

  sentence(index: number | undefined) {
    const all = this.at.caption.querySelectorAll("[data-sentence]")
    all.forEach((it, place) => it.classList.toggle("later", index !== undefined && place > index))
    all.forEach((it, place) => it.classList.toggle("earlier", index !== undefined && place < index))
  }

  turn(slide: Slide | undefined) {
    const now = JSON.stringify(slide ?? null)
    if (now === this.shown) return
    const { sheet } = this.at
    sheet.hidden = !slide
    sheet.parentElement?.classList.toggle("no-sheet", !slide)
    if (slide) {
      const lines = slide.lines.map((it) => make("li", {}, it))
      sheet.replaceChildren(make("p", {}, slide.title), make("ul", {}, ...lines))
      if (this.shown !== undefined) this.fresh(sheet)
    }
    this.shown = now
  }

  /** Answers whether the focus was on an answer of before, and is lost. */
  ask(scene: Scene, chosen: (index: number) => void) {
    const buttons = (scene.replies ?? []).map((reply, index) => {
      const attributes = { type: "button", class: "talk-reply", "aria-pressed": "false" }
      const button = make("button", attributes, reply.text)
      button.addEventListener("click", () => {
        buttons.forEach((it) => it.setAttribute("aria-pressed", String(it === button)))
        chosen(index)
      })
      return button
    })
    const had = this.at.replies.contains(document.activeElement)
    this.at.replies.replaceChildren(...buttons)
    this.at.replies.hidden = buttons.length === 0
    return had
  }

  /** Marks the line in the wording and brings it into view, where the wording scrolls by itself. */
  follow(index: number, still: boolean) {
    const { lines, script } = this.at
    lines.forEach((line, place) => {
      line.classList.toggle("later", place > index)
      if (place === index) line.setAttribute("aria-current", "true")
      else line.removeAttribute("aria-current")
    })
    const line = lines[index]
    if (!line || script.scrollHeight <= script.clientHeight) return
    const middle = line.offsetTop - (script.clientHeight - line.offsetHeight) / 2
    script.scrollTo({ top: Math.min(middle, line.offsetTop), behavior: still ? "auto" : "smooth" })
  }

  private fresh(sheet: HTMLElement) {
    sheet.classList.remove("fresh")
    void sheet.offsetWidth
    sheet.classList.add("fresh")
  }
}
