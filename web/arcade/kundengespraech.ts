// A customer at the counter, out of the rain. Each right sentence makes his face one step warmer and the rain
// thinner; a wrong one is taken back, struck through, and stays to be read.

import "../css/arcade-kundengespraech.css"
import { Drawings, make, named, write } from "./draw"
import type { Item } from "./kinds"
import picture from "./kundengespraech-end.svg?raw"
import raw from "./kundengespraech.svg?raw"
import type { Hall, World } from "./world"

const MOODS = ["angry", "sceptical", "neutral", "friendly", "glad"] as const
const COATS = 4
const SENTENCES = 3
const NOD_MS = 600
const LINE_MS = 380
/** The German and English titles after which a guest is drawn without a beard. */
const LADY = /^(Frau|Mrs|Ms|Miss)\b/

const drawings = new Drawings(raw)
let shop = drawings.take("shop")
let mood = make("div")
let talk = make("ol")
let list = make("ul")
let said = 0

const kundengespraech: World = {
  signs: "digits",
  tunes: {
    right: [{ from: 523 }, { from: 659, at: 0.12 }, { from: 1047, at: 0.26, lasts: 0.35 }],
    wrong: [{ from: 260, to: 200, wave: "triangle" }, { from: 240, to: 180, at: 0.16, wave: "triangle" }],
  },

  build(hall) {
    shop = drawings.take("shop", { class: "kg-shop" })
    shop.querySelectorAll<SVGElement>(".kg-rain path").forEach((drop, index) => {
      drop.style.animationDelay = `${-((index * 37) % 100) / 100}s`
    })
    mood = make("div", { class: "kg-mood" })
    talk = make("ol", { class: "kg-talk", role: "list", "aria-label": hall.text("so-far") })
    list = make("ul", { class: "kg-choice", role: "list" })
    const left = make("div", { class: "kg-left" }, shop, mood)
    const right = make("div", { class: "kg-right" }, talk, hall.card)
    hall.game.append(make("div", { class: "kg-room" }, left, right), list)
  },

  show(item, hall) {
    draw(item, hall, item.done)
    const buttons = item.options.map((option, index) => {
      const number = make("span", { class: "kg-key", "aria-hidden": "true" }, hall.sign(index))
      const button = make("button", { type: "button", "data-id": option.id, "data-sign": hall.sign(index) })
      button.append(number, make("span", { class: "kg-words" }))
      button.addEventListener("click", () => {
        if (hall.locked || button.getAttribute("aria-disabled") === "true") return
        void hall.give({ option_ids: [option.id] })
      })
      return button
    })
    list.replaceChildren(...buttons.map((button) => make("li", {}, button)))
    mark(item, hall)
  },

  judge(verdict, _given, item, hall) {
    const number = (said++ % SENTENCES) + 1
    draw(item, hall, verdict.correct)
    mark(item, hall)
    const line = talk.lastElementChild
    const side = verdict.correct ? "40px, 30px" : "0, 30px"
    const aside = { transform: `translate(${side})`, opacity: 0 }
    if (line) void hall.move(line, [aside, { transform: "none" }], LINE_MS)
    const nod = [0, 7, 0, 7, 0].map((y) => ({ transform: `translateY(${y}px)` }))
    const no = [0, -5, 5, -3, 0].map((x) => ({ transform: `translateX(${x}px)` }))
    void hall.move(shop.querySelector(".kg-guest > g")!, verdict.correct ? nod : no, NOD_MS)
    const who = item.who ?? hall.text("guest")
    return hall.text(`${verdict.correct ? "right" : "wrong"}-${number}`, { who })
  },

  host: (face) => drawings.take(`host-${face}`),
  token: (_, won) => drawings.take(won ? "biscuit" : "no-biscuit"),

  end(hall) {
    return new Drawings(picture).take("end", { role: "img", "aria-label": hall.text("end-picture") })
  },
}

export default kundengespraech

/** The guest, the weather, and all that was said in this conversation. */
function draw(item: Item, hall: Hall, answered: boolean) {
  const who = item.who ?? hall.text("guest")
  const before = Math.max(0, MOODS.indexOf(item.mood as (typeof MOODS)[number]))
  const step = Math.min(MOODS.length - 1, before + (answered ? 1 : 0))
  const face = MOODS[step]!
  write(shop, { "data-mood": step, "data-coat": coat(who), "data-lady": LADY.test(who) })
  shop.querySelector(".kg-face")!.replaceChildren(...drawings.take(`face-${face}`).children)
  const now = hall.text("mood-line", { who, mood: hall.text(`mood-${face}`) })
  const earlier = hall.text(`mood-${MOODS[before]!}`)
  const was = step > before && hall.text("mood-was", { mood: earlier })
  const faces = MOODS.map((one) => drawings.take(`mood-${one}`, { class: one === face ? "now" : undefined }))
  mood.replaceChildren(make("p", {}, make("b", {}, now), was ? `, ${was}` : ""), make("div", {}, ...faces))
  talk.replaceChildren(...conversation(item, hall).flatMap((one) => lines(one, who, hall)))
  talk.scrollTop = talk.scrollHeight
}

/** The questions of the same conversation up to this one. */
function conversation(item: Item, hall: Hall): Item[] {
  const upTo = hall.items.slice(0, hall.items.indexOf(item) + 1)
  const grouped = (one: Item) => item.group !== undefined && one.group === item.group
  return upTo.filter((one) => one === item || (grouped(one) && one.done))
}

function lines(item: Item, who: string, hall: Hall): HTMLElement[] {
  const words = (id: string) => item.options.find((option) => option.id === id)?.text ?? ""
  const line = (look: string, speaker: string, ...what: (Node | string)[]) =>
    make("li", { class: look }, make("b", {}, speaker), ...what)
  const says = item.says ? [line("kg-guest-says", who, item.says)] : []
  const [we, back] = [hall.text("we"), hall.text("we-took-back")]
  const taken = item.tried.map(({ option }) => line("kg-we back", back, make("s", {}, words(option))))
  const right = [...hall.found(item).keys()].map((id) => line("kg-we", we, words(id)))
  return [...says, ...taken, ...right]
}

function mark(item: Item, hall: Hall) {
  const found = hall.found(item)
  for (const [index, button] of [...list.querySelectorAll("button")].entries()) {
    const option = item.options[index]!
    const right = found.has(option.id)
    const wrong = item.tried.some((one) => one.option === option.id)
    const state = right ? hall.text("said-right") : wrong ? hall.text("said-wrong") : undefined
    button.className = `ans${right ? " yes" : wrong ? " no" : ""}`
    write(button, { "aria-disabled": (wrong || item.done) && "true" })
    const words = named(hall.text("answer-name", { n: hall.sign(index) }), option.text, state)
    button.querySelector(".kg-words")!.replaceChildren(words)
  }
}

/** The same guest always comes in the same coat. */
function coat(who: string): number {
  return [...who].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % COATS
}
