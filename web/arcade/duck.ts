// One tin duck: a button with a plate to be read and a duck on a pole behind the water.

import { make, named, type Drawings } from "./draw"
import type { Hall } from "./world"

const COLOURS = [
  ["#ffcf3d", "#e8a91c"],
  ["#ef5a4c", "#c53a2f"],
  ["#b79be0", "#9273c4"],
  ["#7cc7a6", "#4fa080"],
  ["#8fb8ea", "#6392cf"],
  ["#f3a75c", "#d98635"],
] as const
const DROPS = 7

export class Duck {
  readonly element = make("li")
  readonly button: HTMLButtonElement
  private readonly plate = make("span", { class: "ans" })
  private readonly tin: SVGSVGElement
  private readonly pole: HTMLElement

  constructor(
    readonly option: string,
    private readonly answer: string,
    private readonly index: number,
    private readonly hall: Hall,
    private readonly drawings: Drawings,
  ) {
    const sign = hall.sign(index)
    this.tin = drawings.take("duck", { class: "tin" })
    const [duck, wing] = COLOURS[index % COLOURS.length]!
    this.tin.style.setProperty("--duck", duck)
    this.tin.style.setProperty("--wing", wing)
    this.tin.querySelector("text")!.textContent = sign
    const turn = make("span", { class: "turn" }, this.tin)
    this.pole = make("span", { class: "pole" }, make("span", { class: "bob" }, turn))
    this.button = make("button", { type: "button", class: "duck", "data-sign": sign }, this.pole, this.plate)
    this.element.append(this.button)
    this.say()
  }

  /** Where the crosshair has to point. */
  get heart() {
    const { left, top, width, height } = this.tin.getBoundingClientRect()
    return { x: left + width / 2, y: top + height * 0.55 }
  }

  /** Dives; without movement it is under water at once. */
  dive(moving: boolean) {
    this.end("dived", "yes", this.hall.text("hit"))
    this.word("bang")
    if (!moving) return
    const last = getComputedStyle(this.tin).transform
    const up = { transform: "translateY(-26px) rotate(-8deg)" }
    const frames = [{ transform: "none" }, up, { transform: last }]
    void this.hall.move(this.tin, frames, 620, "ease-in")
    this.splash()
  }

  /** Tips over like tin does, comes back a bit crooked, and stays grey. */
  tip(moving: boolean) {
    this.end("tipped", "no", this.hall.text("missed"))
    if (!moving) return
    const angles = [0, -82, -64, -80, 6, -24, -13]
    const frames = angles.map((angle) => ({ transform: `rotate(${angle}deg)` }))
    void this.hall.move(this.tin, frames, 900, "ease-in-out")
    const word = this.word("clonk")
    const shown = [{ opacity: 0, scale: 0.4 }, { opacity: 1, scale: 1 }, { opacity: 1 }, { opacity: 0 }]
    void this.hall.move(word, shown, 1300).then(() => word.remove())
  }

  /** Comes up out of the water when the question is new. */
  rise() {
    const frames = ["translateY(96px)", "translateY(-8px)", "none"].map((transform) => ({ transform }))
    void this.hall.move(this.tin, frames, 420 + this.index * 90)
  }

  /** Nothing more can be shot at: the question is done. */
  rest() {
    this.button.setAttribute("aria-disabled", "true")
  }

  private end(look: string, plate: string, state: string) {
    this.element.className = look
    this.plate.className = `ans ${plate}`
    this.rest()
    this.say(state)
  }

  private say(state?: string) {
    const sign = `${this.hall.text("duck", { n: this.hall.sign(this.index) })} `
    this.plate.replaceChildren(named(sign, this.answer, state))
  }

  private word(kind: "bang" | "clonk") {
    const word = this.drawings.take("bang", { class: `word ${kind}` })
    word.querySelector("text")!.textContent = this.hall.text(kind)
    this.pole.append(word)
    const frames = [{ scale: 0, rotate: "-30deg" }, { scale: 1.15 }, { scale: 1, rotate: "0deg" }]
    if (kind === "bang") void this.hall.move(word, frames, 320)
    return word
  }

  private splash() {
    for (let index = 0; index < DROPS; index++) {
      const drop = make("span", { class: "splash" })
      this.element.append(drop)
      const side = (index - (DROPS - 1) / 2) * 16
      const frames = [
        { opacity: 1, transform: "translate(0, 0)" },
        { opacity: 1, transform: `translate(${side * 0.7}px, ${-46 - Math.abs(side - 8) * 0.4}px)` },
        { opacity: 0, transform: `translate(${side * 1.3}px, 14px)` },
      ]
      void this.hall.move(drop, frames, 760).then(() => drop.remove())
    }
  }
}
