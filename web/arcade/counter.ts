// The counter: the host, what was said last, what is won so far, and the one button onward. What is said
// here is the live region of the game; each sentence is said once.

import { icon } from "../islands/icon"
import { make, write } from "./draw"
import type { Course } from "./course"
import type { Words } from "./texts"
import type { Face, Hall, World } from "./world"

export type Tone = "right" | "wrong" | "plain"

const ICONS: Record<Tone, string> = { right: "check", wrong: "rotate-ccw", plain: "info" }

/** The sentence of the game, the reason, and the place in the talk. */
export interface Said {
  tone: Tone
  lead: string
  why?: string
  place?: string
}

export class Counter {
  readonly element = make("div", { class: "g-counter" })
  private readonly host = make("div", { class: "g-host", "aria-hidden": "true" })
  private readonly status = make("div", { class: "g-said", role: "status" })
  private readonly tokens = make("div", { class: "g-tok", role: "img" })
  private readonly amount = make("p", { "aria-hidden": "true" })
  private readonly onward = make("p", { class: "g-next" })

  constructor(
    private readonly hall: Hall,
    private readonly world: World,
    private readonly course: Course,
    private readonly text: Words,
  ) {
    const prizes = make("div", { class: "g-prz" }, this.tokens, this.amount, this.onward)
    this.element.append(this.host, this.status, prizes)
    this.face("calm")
    this.recount()
  }

  say({ tone, lead, why, place }: Said) {
    this.status.classList.toggle("oops", tone === "wrong")
    const link = place !== undefined && make("a", { href: place }, this.text("place"))
    const words = make("span", {}, make("b", {}, lead), why ? ` ${why}` : "", link && " ", link)
    this.status.replaceChildren(icon(ICONS[tone]), words)
  }

  face(face: Face) {
    const drawing = this.world.host?.(face, this.hall)
    this.element.classList.toggle("hostless", !drawing)
    this.host.replaceChildren(...(drawing ? [drawing] : []))
    write(this.host, { "data-face": face })
  }

  recount() {
    const { won, items } = this.course
    const amount = this.text("tokens", { n: won, of: items.length })
    if (this.amount.textContent === amount) return
    write(this.tokens, { "aria-label": amount })
    this.amount.textContent = amount
    this.tokens.replaceChildren(...items.map((_, index) => this.world.token(index, index < won)))
    this.tokens.children[won - 1]?.classList.add("fresh")
  }

  /** One yellow button onward, or a quiet one that leaves the question for later; none of both: no button. */
  offer(label: string | undefined, act: () => void = () => {}, quiet = false) {
    this.onward.replaceChildren()
    if (label === undefined) return
    const button = make("button", { type: "button", class: quiet ? "ans later" : "ans" }, label)
    button.addEventListener("click", act)
    this.onward.append(button)
  }

  /** On a small screen words and button may lie below, or behind the bar; then they come into view. */
  reveal(smooth: boolean) {
    const { bottom } = this.element.getBoundingClientRect()
    const covered = parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) || 0
    if (bottom <= window.innerHeight - covered) return
    this.element.scrollIntoView({ block: "end", behavior: smooth ? "smooth" : "instant" })
  }
}
