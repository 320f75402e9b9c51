// The shelf in the archive: binders are brought into their order. What stands right slides home, what does
// not stands out crooked; Frau Falz watches, and so does the cat.

import "../css/arcade-reihenfolge.css"
import { Drawings, make } from "./draw"
import type { Item } from "./kinds"
import picture from "./reihenfolge-end.svg?raw"
import raw from "./reihenfolge.svg?raw"
import { Shelf } from "./shelf"
import type { Hall, World } from "./world"

const SENTENCES = 3
const CHEER_MS = 2200
const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 }

const drawings = new Drawings(raw)
let place = make("div")
let go = make("button")
let shelf: Shelf | undefined
let said = 0

const reihenfolge: World = {
  signs: "digits",
  tunes: {
    slide: [{ from: 300, lasts: 0.08, wave: "noise", loud: 0.08 }],
    right: [{ from: 392 }, { from: 494, at: 0.1 }, { from: 784, at: 0.2, lasts: 0.3 }],
    wrong: [{ from: 180, to: 120, wave: "triangle" }, { from: 160, to: 100, at: 0.2, wave: "triangle" }],
  },

  build(hall) {
    const cabinet = drawings.take("cabinet", { class: "ar-right" })
    const labels = [...cabinet.querySelectorAll("text")]
    labels.forEach((label, index) => (label.textContent = hall.text(`drawer-${index + 1}`)))
    place = make("div", { class: "ar-place-of-shelf" })
    const wall = drawings.take("cellar", { class: "ar-cellar" })
    const scene = make("div", { class: "ar-room" }, wall, drawings.take("cat", { class: "ar-left" }), cabinet)
    scene.append(drawings.take("lamp", { class: "ar-lamp" }), hall.card, place)
    hall.game.append(scene)
  },

  show(item, hall) {
    const stands = new Shelf(item, hall)
    shelf = stands
    go = make("button", { type: "button", class: "ans" }, hall.text("go"))
    go.addEventListener("click", () => void hall.give({ order: stands.order }))
    place.replaceChildren(stands.element, make("p", { class: "ar-go" }, go))
    finish(item, hall)
  },

  judge(verdict, _given, item, hall) {
    void shelf?.settle()
    finish(item, hall)
    const number = (said++ % SENTENCES) + 1
    if (verdict.correct) {
      hall.game.classList.add("cheers")
      setTimeout(() => hall.game.classList.remove("cheers"), CHEER_MS)
      return hall.text(`right-${number}`)
    }
    const standing = verdict.right.length
    const key = standing === 0 ? "standing-none" : standing === 1 ? "standing-one" : "standing-many"
    return `${hall.text(`wrong-${number}`)} ${hall.text(key, { n: hall.text(`number-${standing}`) })}`
  },

  host: (face) => drawings.take(`host-${face}`),
  token: (_, won) => drawings.take(won ? "flower" : "no-flower"),

  end(hall) {
    return new Drawings(picture).take("end", { role: "img", "aria-label": hall.text("end-picture") })
  },

  key(event) {
    const step = STEPS[event.key]
    return step !== undefined && shelf?.arrow(step) === true
  },
}

export default reihenfolge

/** The flowers that have opened so far; a shelf that stands needs no button. */
function finish(item: Item, hall: Hall) {
  go.hidden = item.done
  const flowers = hall.game.querySelectorAll(".ar-flower")
  flowers.forEach((flower, index) => flower.classList.toggle("open", index < hall.won))
}
