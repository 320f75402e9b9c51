// The cards on the desk: terms and meanings, mixed, face down or open. Two found together are clipped.

import { make, named, write, type Drawings } from "./draw"
import type { Item } from "./kinds"
import type { Hall } from "./world"

const WIRES = ["#e9574b", "#ffe05c", "#7cc7a6", "#8fb8ea", "#f0862c", "#e58ac0"]
const TURN_MS = 240
const PRIME = 9973

export interface Card {
  id: string
  words: string
  term: boolean
  button: HTMLButtonElement
  up: boolean
}

export class Deck {
  readonly element = make("ol", { class: "ap-cards", role: "list" })
  readonly cards: Card[]
  private wrong: Card[] = []

  constructor(
    private readonly item: Item,
    private readonly hall: Hall,
    private readonly drawings: Drawings,
    public open: boolean,
    chosen: (card: Card) => void,
  ) {
    const terms = item.options.map((one) => this.card(one.id, one.text, true))
    const meanings = (item.targets ?? []).map((one) => this.card(one.id, one.text, false))
    this.cards = mixed([...terms, ...meanings])
    this.element.append(...this.cards.map((card) => make("li", {}, card.button)))
    for (const [index, card] of this.cards.entries()) {
      write(card.button, { "data-sign": hall.sign(index) })
      card.button.addEventListener("click", () => chosen(card))
    }
    this.draw()
  }

  /** Turns a card, the others that lie wrong are turned back. */
  turn(card: Card, up: boolean) {
    if (card.up === up) return
    card.up = up
    this.draw()
    const from = { transform: "rotateY(90deg)" }
    if (!this.open) void this.hall.move(card.button, [from, { transform: "none" }], TURN_MS)
  }

  turnBack() {
    const { wrong } = this
    this.wrong = []
    for (const card of wrong) this.turn(card, false)
    this.draw()
  }

  /** Two that do not belong together tilt. */
  tilt(cards: Card[]) {
    this.wrong = cards
    this.draw()
    const frames = [0, -6, 5, -3, 2].map((angle) => ({ transform: `rotate(${angle}deg)` }))
    for (const card of cards) void this.hall.move(card.button, frames, 420)
  }

  clip(cards: Card[]) {
    this.draw()
    const above = { transform: "translateY(-26px)", opacity: 0 }
    const frames = [above, { transform: "translateY(3px)" }, { transform: "none" }]
    for (const { button } of cards) {
      const wire = button.querySelector(".ap-clip")
      if (wire) void this.hall.move(wire, frames, 320)
      void this.hall.move(button, [{ scale: 1 }, { scale: 1.05 }, { scale: 1 }], 320)
    }
  }

  paired(card: Card): boolean {
    return this.pair(card) > 0
  }

  draw() {
    for (const [index, card] of this.cards.entries()) this.face(card, index)
  }

  private card(id: string, words: string, term: boolean): Card {
    return { id, words, term, up: false, button: make("button", { type: "button" }) }
  }

  /** Which of the pairs that were found, counted from 1; 0 if it was not. */
  private pair(card: Card): number {
    const found = [...this.hall.found(this.item)]
    return found.findIndex(([term, meaning]) => card.id === (card.term ? term : meaning)) + 1
  }

  private face(card: Card, index: number) {
    const { hall } = this
    const sign = hall.sign(index)
    const pair = this.pair(card)
    const wrong = this.wrong.includes(card)
    const seen = this.open || card.up || pair > 0
    const kind = hall.text(card.term ? "term" : "meaning")
    const look = [pair > 0 ? " yes" : wrong ? " no" : card.up ? " turned" : "", seen ? "" : " down"].join("")
    card.button.className = `ap-card${look}`
    const still = pair > 0 || this.item.done
    write(card.button, { "aria-disabled": still && "true", "aria-pressed": !still && String(card.up) })
    if (!seen) {
      const back = make("span", { class: "ap-back", "aria-hidden": "true" }, sign)
      return card.button.replaceChildren(back, make("span", { class: "sr" }, hall.text("turn", { n: sign })))
    }
    const state = pair > 0 ? hall.text("found", { n: pair }) : wrong ? hall.text("apart") : undefined
    const chosen = state ?? (card.up ? hall.text("chosen") : undefined)
    const words = named("", card.words, chosen)
    words.className = card.term ? "ap-words term" : "ap-words"
    card.button.replaceChildren(make("span", { class: "ap-kind" }, `${sign} · ${kind}`), words)
    if (pair === 0) return
    const clip = this.drawings.take("clip", { class: "ap-clip" })
    clip.querySelector(".ap-wire")!.setAttribute("stroke", wire(pair - 1))
    card.button.append(clip)
  }
}

export function wire(index: number): string {
  return WIRES[index % WIRES.length]!
}

/** Mixed the same way each time they are drawn, so that what somebody remembers stays true. */
function mixed(cards: Card[]): Card[] {
  const rank = ({ id, words }: Card) =>
    [...(id + words)].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % PRIME, 7)
  return cards.toSorted((one, other) => rank(one) - rank(other))
}
