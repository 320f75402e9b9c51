// The house with its shaft, the cabin in it, who waits and who rides, and the dial that follows.

import type { Drawings } from "./draw"
import type { Hall } from "./world"

const TOP = 6
const FLOOR_HEIGHT = 84
/** The cabin is drawn on the second floor, the counterweight opposite of it. */
const DRAWN_AT = 2
const CABIN_AT = 392
const HOUSE_HEIGHT = 640
const RISE_MS = 900
const BOARD_MS = 700
const STEP_DEGREES = 30
const PEOPLE = 6
const SVG = "http://www.w3.org/2000/svg"

export class Lift {
  readonly house: SVGSVGElement
  readonly dial: SVGSVGElement
  private readonly cab: SVGGElement
  private readonly weight: SVGGElement
  private readonly gate: SVGGElement
  private readonly hand: SVGPathElement
  private floor = 0

  constructor(
    private readonly hall: Hall,
    private readonly drawings: Drawings,
  ) {
    this.house = drawings.take("house", { class: "haus", role: "img" })
    this.dial = drawings.take("dial", { class: "dial", role: "img" })
    this.cab = this.house.querySelector(".cab")!
    this.weight = this.house.querySelector(".weight")!
    this.gate = this.house.querySelector(".gate")!
    this.hand = this.dial.querySelector(".hand")!
    const numbers = [...this.dial.querySelectorAll("text")]
    for (const sign of [numbers[0], this.house.querySelector('[data-floor="0"]')]) {
      if (sign) sign.textContent = hall.text("sign-0")
    }
    numbers.at(-1)!.textContent = hall.text("sign-6")
    this.house.querySelector(".bell text")!.textContent = hall.text("mpf")
  }

  /** "Dritter Stock, Archiv" */
  name(won: number): string {
    return this.hall.text(`floor-${this.floorOf(won)}`)
  }

  /** Puts everything where it is after so many right answers, without a movement. */
  stand(won: number) {
    this.floor = this.floorOf(won)
    this.cab.style.transform = `translateY(${this.height(this.floor)}px)`
    this.weight.style.transform = `translateY(${-this.height(this.floor)}px)`
    this.house.style.setProperty("--at", String(((this.height(this.floor) + CABIN_AT) / HOUSE_HEIGHT) * 100))
    this.hand.style.transform = `rotate(${this.angle(this.floor)}deg)`
    this.people(won)
    for (const [index, sign] of this.dial.querySelectorAll("text").entries()) {
      sign.classList.toggle("here", index === this.floor)
    }
    const floor = this.name(won)
    this.house.setAttribute("aria-label", this.hall.text("house", { floor }))
    this.dial.setAttribute("aria-label", this.hall.text("dial", { floor }))
  }

  /** The gate opens, who waits gets on, the gate shuts, and up it goes. */
  async rise(won: number) {
    const before = this.floor
    this.people(won - 1)
    this.gate.classList.add("open")
    const waiting = this.house.querySelector(".waiting > :first-child")
    const walk = [{}, { translate: "34px -4px" }, { translate: "72px 0", scale: "0.82" }]
    if (waiting) await this.hall.move(waiting, walk, BOARD_MS, "ease-in-out")
    this.gate.classList.remove("open")
    this.stand(won)
    const ride = (element: Element, from: number, to: number) => {
      const frames = [{ transform: `translateY(${from}px)` }, { transform: `translateY(${to}px)` }]
      return this.hall.move(element, frames, RISE_MS, "cubic-bezier(.5, 0, .3, 1)")
    }
    const turn = [before, this.floor].map((floor) => ({ transform: `rotate(${this.angle(floor)}deg)` }))
    void this.hall.move(this.hand, turn, RISE_MS)
    void ride(this.weight, -this.height(before), -this.height(this.floor))
    await ride(this.cab, this.height(before), this.height(this.floor))
    if (this.hall.won === won) this.gate.classList.add("open")
  }

  close() {
    this.gate.classList.remove("open")
  }

  /** The gate rattles and stays shut; the bell says something like a word. */
  async refuse() {
    this.gate.classList.remove("open")
    const rattle = [0, -3, 3, -2, 2, 0].map((step) => ({ translate: `${step}px 0` }))
    void this.hall.move(this.gate, rattle, 420)
    const bell = this.house.querySelector<SVGGElement>(".bell")!
    bell.style.transform = `translateY(${this.height(this.floor) + 366}px)`
    await this.hall.move(bell, [{ opacity: 0 }, { opacity: 1 }, { opacity: 1 }, { opacity: 0 }], 1500)
  }

  private floorOf(won: number) {
    return Math.min(TOP, Math.round((won * TOP) / Math.max(1, this.hall.items.length)))
  }

  private height(floor: number) {
    return (DRAWN_AT - Math.min(floor, TOP - 0.45)) * FLOOR_HEIGHT
  }

  private angle(floor: number) {
    return (floor - TOP / 2) * STEP_DEGREES * 0.94
  }

  /** Who was fetched rides; the others still wait on their floors. */
  private people(won: number) {
    const riders = Array.from({ length: won }, (_, index) => {
      const [row, place] = [Math.floor(index / 3) % 2, index % 3]
      const [x, y] = [184 + place * 21 + row * 8 - (place === 1 ? 3 : 0), 394 - row * 8]
      return this.person(index, `translate(${x} ${y}) scale(.76)`)
    })
    this.house.querySelector(".riders")!.replaceChildren(...riders.toReversed())
    const waits = []
    for (let index = won; index < this.hall.items.length; index++) {
      const floor = this.floorOf(index)
      if (floor < TOP) waits.push(this.person(index, `translate(124 ${554 - floor * FLOOR_HEIGHT})`))
    }
    this.house.querySelector(".waiting")!.replaceChildren(...waits)
  }

  private person(index: number, transform: string) {
    const outer = document.createElementNS(SVG, "g")
    const place = document.createElementNS(SVG, "g")
    place.setAttribute("transform", transform)
    place.append(...this.drawings.take(`person-${index % PEOPLE}`).childNodes)
    outer.append(place)
    return outer
  }
}
