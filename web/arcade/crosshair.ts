// The crosshair: follows mouse and finger, and sits on the duck that has the focus of the keys.

import { make, type Drawings } from "./draw"
import type { Hall } from "./world"

interface Point {
  x: number
  y: number
}

export class Crosshair {
  private readonly aim: SVGSVGElement
  private readonly flash = make("span", { class: "flash" })

  constructor(
    private readonly hall: Hall,
    drawings: Drawings,
  ) {
    const { game } = hall
    this.aim = drawings.take("aim", { class: "aim", hidden: true })
    game.append(this.aim, this.flash)
    game.addEventListener("pointermove", (event) => this.follow(event))
    game.addEventListener("pointerleave", () => this.hide())
    game.addEventListener("focusin", (event) => this.sit(event.target as HTMLElement))
  }

  /** A shot: a flash, and the crosshair kicks. */
  fire(point: Point) {
    this.put(this.flash, point)
    const shown = [{ opacity: 1, scale: 0.3 }, { opacity: 0, scale: 1.5 }]
    void this.hall.move(this.flash, shown, 260)
    const kick = [{}, { transform: "translateY(-16px) rotate(-7deg)" }, {}]
    void this.hall.move(this.aim, kick, 240)
  }

  private follow(event: PointerEvent) {
    const over = (event.target as Element).closest(".ducks, .g-ask")
    if (!over) return this.hide()
    if (this.aim.parentElement !== this.hall.game) this.hall.game.append(this.aim)
    this.aim.removeAttribute("hidden")
    const duck = (event.target as Element).closest('.duck:not([aria-disabled="true"])')
    this.aim.classList.toggle("on", duck !== null)
    this.put(this.aim, { x: event.clientX, y: event.clientY })
  }

  /** With the keys it rides along with the duck. */
  private sit(target: HTMLElement) {
    const pole = target.matches(".duck:focus-visible") ? target.querySelector(".pole") : null
    if (!pole) return
    this.aim.removeAttribute("hidden")
    this.aim.classList.remove("on")
    this.aim.style.left = "50%"
    this.aim.style.top = "56%"
    pole.append(this.aim)
  }

  private hide() {
    this.aim.setAttribute("hidden", "")
  }

  private put(thing: HTMLElement | SVGElement, { x, y }: Point) {
    const { left, top } = this.hall.game.getBoundingClientRect()
    thing.style.left = `${x - left}px`
    thing.style.top = `${y - top}px`
  }
}
