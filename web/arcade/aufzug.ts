// The lift: each right button takes the cabin one floor up, and somebody gets on. Behind a wrong one the gate
// stays shut and the bell says "mpf".

import "../css/arcade-aufzug.css"
import raw from "./aufzug.svg?raw"
import { Drawings, make, named } from "./draw"
import { Lift } from "./lift"
import type { Item } from "./kinds"
import type { Hall, World } from "./world"

const SENTENCES = 3
const drawings = new Drawings(raw)
let lift: Lift | undefined
let panel = make("ul")
let said = 0

const aufzug: World = {
  signs: "letters",
  tunes: {
    push: [{ from: 300, to: 240, lasts: 0.05, wave: "square", loud: 0.05 }],
    right: [{ from: 1568, at: 0.5, lasts: 0.5 }, { from: 1319, at: 0.75, lasts: 0.7 }],
    wrong: [{ from: 170, to: 110, lasts: 0.22, wave: "square", loud: 0.06 }],
  },

  build(hall) {
    lift = new Lift(hall, drawings)
    panel = make("ul", { class: "brass", role: "list" })
    const wall = make("div", { class: "panel" }, lift.dial, hall.card, panel)
    const shaft = make("div", { class: "schacht" }, lift.house)
    hall.game.append(make("div", { class: "lift" }, shaft, wall))
    lift.stand(hall.won)
  },

  show(item, hall) {
    lift?.stand(hall.won)
    panel.replaceChildren(...item.options.map(({ id, text }, index) => push(id, text, index, item, hall)))
    const buttons = panel.querySelectorAll("button")
    item.options.forEach(({ id }, index) => {
      const tried = item.tried.some((one) => one.option === id)
      if (hall.found(item).has(id)) look(buttons[index]!, "yes", hall)
      else if (tried) look(buttons[index]!, "no", hall)
    })
    if (item.done) rest()
    if (hall.won > 0 && item.tried.length === 0) lift?.close()
  },

  judge(verdict, given, item, hall) {
    const index = item.options.findIndex(({ id }) => id === given.option_ids?.at(-1))
    const button = panel.querySelectorAll("button")[index]
    if (button && verdict.wrong.includes(item.options[index]!.id)) {
      look(button, "no", hall)
      void lift?.refuse()
      return hall.text(`wrong-${(said++ % SENTENCES) + 1}`)
    }
    if (button) look(button, "yes", hall)
    if (!verdict.correct) return hall.text("right-some")
    rest()
    void lift?.rise(hall.won)
    if (hall.won === hall.items.length) return hall.text("right-last")
    return hall.text("right", { floor: lift?.name(hall.won) ?? "" })
  },

  host: (face) => drawings.take(face),

  token: (index, won) => drawings.take(won ? `person-${index % 6}` : "nobody"),

  end(hall) {
    const picture = drawings.take("end", { role: "img", "aria-label": hall.text("end-picture") })
    const roof = picture.querySelector(".roof")
    if (roof) roof.textContent = hall.text("sign-6")
    return picture
  },
}

export default aufzug

function push(id: string, text: string, index: number, item: Item, hall: Hall) {
  const sign = hall.sign(index)
  const plate = make("span", { class: "ans" }, named(`${hall.text("button", { n: sign })} `, text))
  const knob = make("i", { "aria-hidden": "true" }, sign)
  const button = make("button", { type: "button", class: "push", "data-sign": sign }, knob, plate)
  button.addEventListener("click", () => {
    if (hall.locked || button.getAttribute("aria-disabled") === "true") return
    hall.play("push")
    void hall.move(knob, [{}, { translate: "0 5px" }, { translate: "0 5px" }, {}], 380)
    void hall.give({ option_ids: [...hall.found(item).keys(), id] })
  })
  return make("li", {}, button)
}

/** Marks a button that was pushed, for the eye and for the ear. */
function look(button: HTMLButtonElement, kind: "yes" | "no", hall: Hall) {
  const state = hall.text(kind === "yes" ? "pushed-right" : "pushed-wrong")
  const plate = button.querySelector(".ans")!
  const comma = make("span", { class: "sr" }, ", ")
  button.classList.add(kind)
  plate.classList.add(kind)
  plate.firstElementChild?.append(make("small", {}, comma, state))
  button.setAttribute("aria-disabled", "true")
}

function rest() {
  for (const button of panel.querySelectorAll("button")) button.setAttribute("aria-disabled", "true")
}
