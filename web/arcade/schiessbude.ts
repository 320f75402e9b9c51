// The shooting gallery: the answers glide past as tin ducks. The right one dives, a wrong one tips over.

import "../css/arcade-schiessbude.css"
import { Crosshair } from "./crosshair"
import { Drawings, make } from "./draw"
import { Duck } from "./duck"
import type { Item } from "./kinds"
import picture from "./schiessbude-end.svg?raw"
import raw from "./schiessbude.svg?raw"
import type { Hall, World } from "./world"

const CHEER_MS = 1600
const SENTENCES = 3

const drawings = new Drawings(raw)
let list = make("ul")
let ducks: Duck[] = []
let aim: Crosshair | undefined
let said = 0

const schiessbude: World = {
  signs: "digits",
  tunes: {
    shot: [{ from: 900, lasts: 0.12, wave: "noise", loud: 0.25 }, { from: 160, to: 60, lasts: 0.12 }],
    right: [{ from: 1200, at: 0.05 }, { from: 1600, at: 0.14 }, { from: 300, to: 900, at: 0.3, lasts: 0.2 }],
    wrong: [{ from: 1900, to: 1500, lasts: 0.35, wave: "triangle" }, { from: 420, to: 260, at: 0.3 }],
  },

  build(hall) {
    const sign = drawings.take("sign", { class: "g-sign" })
    sign.querySelector("text")!.textContent = hall.text("sign")
    const heart = drawings.take("heart", { class: "prize heart" })
    const [first, ...others] = hall.text("heart").split(" ")
    const lines = heart.querySelectorAll("text")
    lines[0]!.textContent = first ?? ""
    lines[1]!.textContent = others.join(" ")
    list = make("ul", { class: "ducks", role: "list" })
    hall.game.classList.add("booth")
    const [awning, bear] = [drawings.take("awning", { class: "awning" }), drawings.take("bear")]
    bear.setAttribute("class", "prize bear")
    hall.game.append(awning, sign, heart, bear, hall.card, list)
    aim = new Crosshair(hall, drawings)
  },

  show(item, hall) {
    ducks = item.options.map((option, index) => new Duck(option.id, option.text, index, hall, drawings))
    const columns = ducks.length === 4 || ducks.length === 2 ? 2 : 3
    list.className = `ducks ${columns === 2 ? "two" : "three"}`
    list.style.setProperty("--columns", String(columns))
    list.replaceChildren(...ducks.map((duck) => duck.element))
    for (const duck of ducks) {
      duck.button.addEventListener("click", () => void shoot(duck, item, hall))
      if (hall.found(item).has(duck.option)) duck.dive(false)
      else if (item.tried.some((one) => one.option === duck.option)) duck.tip(false)
      else duck.rise()
      if (item.done) duck.rest()
    }
  },

  judge(verdict, given, item, hall) {
    const shot = ducks.find((duck) => duck.option === given.option_ids?.at(-1))
    const n = hall.sign(shot ? ducks.indexOf(shot) : 0)
    const number = (said++ % SENTENCES) + 1
    if (shot && verdict.wrong.includes(shot.option)) {
      shot.tip(true)
      return hall.text(`wrong-${number}`, { n })
    }
    shot?.dive(true)
    hall.game.classList.add("cheers")
    setTimeout(() => hall.game.classList.remove("cheers"), CHEER_MS)
    const lead = hall.text(`right-${number}`, { n })
    const one = item.count - hall.found(item).size === 1
    if (!verdict.correct) return one ? `${lead} ${hall.text("rest")}` : lead
    for (const duck of ducks) duck.rest()
    return lead
  },

  token: (_, won) => drawings.take(won ? "rose" : "no-rose"),

  end(hall) {
    return new Drawings(picture).take("end", { role: "img", "aria-label": hall.text("end-picture") })
  },
}

export default schiessbude

/** Two ducks may be right: what was hit before is told again, so that both together are the answer. */
async function shoot(duck: Duck, item: Item, hall: Hall) {
  if (hall.locked || duck.button.getAttribute("aria-disabled") === "true") return
  hall.play("shot")
  aim?.fire(duck.heart)
  await hall.give({ option_ids: [...hall.found(item).keys(), duck.option] })
}
