// Cards on a desk: which term and which meaning belong together? Face down to remember, open to think.

import "../css/arcade-aktenpaare.css"
import picture from "./aktenpaare-end.svg?raw"
import raw from "./aktenpaare.svg?raw"
import { Deck, wire, type Card } from "./deck"
import { Drawings, make } from "./draw"
import type { Item } from "./kinds"
import type { Hall, World } from "./world"

const OPEN = "arcade:cards-open"
const SENTENCES = 3

const drawings = new Drawings(raw)
let place = make("div")
let deck: Deck | undefined
let first: Card | undefined
let two: Card[] = []
let said = 0

const aktenpaare: World = {
  signs: "letters",
  tunes: {
    turn: [{ from: 700, lasts: 0.05, wave: "noise", loud: 0.06 }],
    right: [{ from: 2100, lasts: 0.05 }, { from: 2600, at: 0.06, lasts: 0.06 }, { from: 880, at: 0.18 }],
    wrong: [{ from: 330, to: 290, lasts: 0.14 }, { from: 290, to: 240, at: 0.16, lasts: 0.2 }],
  },

  build(hall) {
    const box = drawings.take("box")
    box.querySelector("text")!.textContent = hall.text("box")
    place = make("div", { class: "ap-pad" })
    const middle = make("div", {}, hall.card, ways(hall))
    const head = make("div", { class: "ap-head" }, drawings.take("lamp"), middle, box)
    hall.game.append(make("div", { class: "ap-desk" }, head, place))
  },

  show(item, hall) {
    first = undefined
    const cards = new Deck(item, hall, drawings, openWanted(), (card) => void choose(card, cards, item, hall))
    deck = cards
    place.replaceChildren(cards.element)
  },

  judge(verdict, _given, item, hall) {
    const number = (said++ % SENTENCES) + 1
    const pair = two
    if (verdict.wrong.length > 0) {
      deck?.tilt(pair)
      return hall.text(`wrong-${number}`)
    }
    deck?.clip(pair)
    const open = item.options.length - hall.found(item).size
    if (verdict.correct || open === 0) return hall.text("right-all")
    const rest = hall.text(open === 1 ? "open-one" : "open-many", { n: hall.text(`number-${open}`) })
    return `${hall.text(`right-${number}`)} ${rest}`
  },

  host: (face) => drawings.take(`host-${face}`),
  token: (index, won) => {
    const clip = drawings.take(won ? "clip" : "no-clip")
    clip.querySelector(".ap-wire")?.setAttribute("stroke", wire(index))
    return clip
  },

  end(hall) {
    return new Drawings(picture).take("end", { role: "img", "aria-label": hall.text("end-picture") })
  },
}

export default aktenpaare

/** The second card of the other kind makes a pair, which is sent with those that were found before. */
async function choose(card: Card, cards: Deck, item: Item, hall: Hall) {
  if (hall.locked || cards.paired(card)) return
  cards.turnBack()
  hall.play("turn")
  const before = first
  cards.turn(card, before !== card)
  first = before === card ? undefined : card
  if (!before || before === card) return
  if (before.term === card.term) {
    cards.turn(before, false)
    hall.say(hall.text(card.term ? "two-terms" : "two-meanings"))
    return
  }
  first = undefined
  two = [before, card]
  const [term, meaning] = card.term ? [card, before] : [before, card]
  await hall.give({ pairs: { ...Object.fromEntries(hall.found(item)), [term.id]: meaning.id } })
}

/** How the cards lie: two radio buttons. */
function ways(hall: Hall) {
  const choices = [false, true].map((open) => {
    const input = make("input", { type: "radio", name: "arcade-cards" })
    input.checked = open === openWanted()
    input.addEventListener("change", () => {
      if (open) localStorage.setItem(OPEN, "1")
      else localStorage.removeItem(OPEN)
      if (!deck) return
      deck.open = open
      deck.draw()
    })
    return make("label", {}, input, hall.text(open ? "lie-open" : "lie-down"))
  })
  return make("fieldset", { class: "ap-ways" }, make("legend", { class: "sr" }, hall.text("lie")), ...choices)
}

function openWanted(): boolean {
  return localStorage.getItem(OPEN) !== null
}
