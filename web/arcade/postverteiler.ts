// The mail room: a letter, four pigeonholes, one for each audience. The right one sends it up the tube, a
// wrong one sends it back with a stamp.

import "../css/arcade-postverteiler.css"
import { icon } from "../islands/icon"
import { Drawings, make, named, write } from "./draw"
import type { Item, Target, Wall } from "./kinds"
import { Letter } from "./letter"
import picture from "./postverteiler-end.svg?raw"
import raw from "./postverteiler.svg?raw"
import type { Hall, World } from "./world"

const SENTENCES = 3
const COLOURS = ["#0b5d47", "#b0241c", "#2f5fa3", "#8a5a00", "#6d3557", "#1d6b78"]
const WALLS: Record<Wall, [look: string, icon: string]> = {
  members: ["a-bereich", "key-round"],
  company: ["a-wir", "house"],
  customer: ["a-kunde", "door-open"],
  web: ["a-web", "globe"],
}

const drawings = new Drawings(raw)
let list = make("ul")
let desk = make("div")
let letter: Letter | undefined
let said = 0

const postverteiler: World = {
  signs: "digits",
  tunes: {
    right: [{ from: 400, lasts: 0.5, wave: "noise" }, { from: 880, at: 0.5 }, { from: 1175, at: 0.62 }],
    wrong: [{ from: 400, lasts: 0.4, wave: "noise" }, { from: 130, to: 80, at: 0.4, wave: "triangle" }],
  },

  build(hall) {
    const sign = drawings.take("sign", { class: "g-sign" })
    const tubes = drawings.take("tubes", { class: "pv-tubes" })
    sign.querySelector("text")!.textContent = hall.text("sign")
    const lines = hall.text("note").split(" ")
    tubes.querySelectorAll("text").forEach((line, index) => (line.textContent = lines[index] ?? ""))
    desk = make("div", { class: "pv-desk" })
    list = make("ul", { class: "pv-holes", role: "list" })
    const belt = drawings.take("belt", { class: "pv-belt" })
    hall.game.append(make("div", { class: "pv-room" }, tubes, sign, hall.card, desk, belt, list))
  },

  show(item, hall) {
    const option = item.options.find((one) => !hall.found(item).has(one.id)) ?? item.options.at(-1)!
    const who = item.who ? hall.text("writes", { who: item.who }) : hall.text("writes-somebody")
    letter = new Letter(hall, who, option.text, drawings)
    desk.replaceChildren(letter.element)
    const holes = (item.targets ?? []).map((target, index) => hole(target, index, item, hall))
    list.replaceChildren(...holes.map((button) => make("li", {}, button)))
    for (const button of holes) {
      button.addEventListener("click", () => {
        if (hall.locked || button.getAttribute("aria-disabled") === "true") return
        const before = Object.fromEntries(hall.found(item))
        void hall.give({ pairs: { ...before, [option.id]: button.dataset.id! } })
      })
    }
    if (item.done) {
      letter.element.classList.add("there")
      letter.from.textContent = hall.text("arrived")
    }
  },

  judge(verdict, given, item, hall) {
    const number = (said++ % SENTENCES) + 1
    const before = letter
    const wanted = Object.values(given.pairs ?? {}).at(-1)
    const buttons = [...list.querySelectorAll<HTMLElement>(".pv-hole")]
    buttons.forEach((button, index) => mark(button, item.targets![index]!, index, item, hall))
    const button = buttons.find((one) => one.dataset.id === wanted)
    if (verdict.wrong.length > 0) {
      if (button) void before?.comeBack(button)
      return hall.text(`wrong-${number}`)
    }
    if (verdict.correct) void before?.post(hall.text("arrived"))
    else this.show(item, hall)
    return hall.text(`right-${number}`)
  },

  host: (face) => drawings.take(`host-${face}`),
  token: (index, won) => {
    const stamp = drawings.take(won ? "stamp" : "no-stamp")
    stamp.querySelector(".pv-motif")?.setAttribute("fill", COLOURS[index % COLOURS.length]!)
    return stamp
  },

  end(hall) {
    return new Drawings(picture).take("end", { role: "img", "aria-label": hall.text("end-picture") })
  },
}

export default postverteiler

function hole(target: Target, index: number, item: Item, hall: Hall): HTMLButtonElement {
  const inside = drawings.take("hole", { class: "pv-inside" })
  inside.querySelector(".pv-back text")!.textContent = hall.text("stamp")
  const button = make("button", { type: "button", "data-id": target.id, "data-sign": hall.sign(index) })
  button.append(inside, make("span", { class: "pv-plate" }))
  mark(button, target, index, item, hall)
  return button
}

/** Whether a letter lies in there, or came back from there. */
function mark(button: HTMLElement, target: Target, index: number, item: Item, hall: Hall) {
  const wall = target.wall ?? "company"
  const [look, sign] = WALLS[wall]
  const right = [...hall.found(item).values()].includes(target.id)
  const back = !right && item.tried.some((one) => one.target === target.id)
  const state = hall.text(right ? "in" : back ? "came-back" : `wall-${wall}`)
  button.className = `pv-hole ${look}${right ? " yes" : back ? " no" : ""}`
  write(button, { "aria-disabled": (back || item.done) && "true" })
  const words = named(hall.text("hole", { n: hall.sign(index) }), target.text, state)
  button.querySelector(".pv-plate")!.replaceChildren(icon(right ? "check" : sign), words)
}
