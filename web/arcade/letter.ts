// The letter on the belt: may be dragged to a pigeonhole, flies up the tube, and comes back if it was wrong.

import { make, type Drawings } from "./draw"
import type { Hall } from "./world"

const DRAG_BEGINS_PX = 8
const UP_MS = 620
const BACK_MS = 900

export class Letter {
  readonly element = make("div", { class: "pv-letter" })

  constructor(
    private readonly hall: Hall,
    who: string,
    words: string,
    drawings: Drawings,
  ) {
    const from = make("p", { class: "pv-from" }, who)
    this.element.append(from, make("p", { class: "pv-words" }, words), drawings.take("stamp"))
    this.element.addEventListener("pointerdown", (event) => this.grab(event))
  }

  get from() {
    return this.element.querySelector(".pv-from")!
  }

  /** Up the tube, and down again as a letter that has arrived. */
  async post(words: string) {
    const away = { transform: "translateY(-260px) scale(.12)", opacity: 0.4 }
    await this.hall.move(this.element, [{ transform: "rotate(-.7deg)" }, away], UP_MS, "ease-in")
    this.element.classList.add("there")
    this.from.textContent = words
    const above = { transform: "translateY(-40px) scale(.9)", opacity: 0 }
    const landed = [above, { transform: "none", opacity: 1 }]
    await this.hall.move(this.element, landed, 260)
  }

  /** Into the pigeonhole and back again. */
  async comeBack(hole: Element) {
    const [here, there] = [this.element.getBoundingClientRect(), hole.getBoundingClientRect()]
    const x = there.left + there.width / 2 - here.left - here.width / 2
    const y = there.top + there.height / 3 - here.top - here.height / 2
    const away = `translate(${x}px, ${y}px) scale(.3) rotate(9deg)`
    const frames = [
      { transform: "rotate(-.7deg)" },
      { transform: away, offset: 0.42 },
      { transform: away, offset: 0.56 },
      { transform: "rotate(2deg)", offset: 0.9 },
      { transform: "rotate(-.7deg)" },
    ]
    await this.hall.move(this.element, frames, BACK_MS, "ease-in-out")
  }

  private grab(event: PointerEvent) {
    if (this.hall.locked || event.button !== 0) return
    const { element } = this
    const follow = (now: PointerEvent) => {
      const [x, y] = [now.clientX - event.clientX, now.clientY - event.clientY]
      if (Math.hypot(x, y) > DRAG_BEGINS_PX) element.classList.add("dragged")
      if (!element.classList.contains("dragged")) return
      element.setPointerCapture(now.pointerId)
      element.style.translate = `${x}px ${y}px`
      over(now)?.classList.add("over")
      for (const hole of document.querySelectorAll(".pv-hole.over")) {
        if (hole !== over(now)) hole.classList.remove("over")
      }
    }
    const drop = (now: PointerEvent) => {
      element.removeEventListener("pointermove", follow)
      element.removeEventListener("pointercancel", drop)
      element.removeEventListener("pointerup", drop)
      const hole = element.classList.contains("dragged") && now.type === "pointerup" ? over(now) : undefined
      element.classList.remove("dragged")
      element.style.translate = ""
      hole?.classList.remove("over")
      hole?.click()
    }
    element.addEventListener("pointermove", follow)
    element.addEventListener("pointercancel", drop)
    element.addEventListener("pointerup", drop)
  }
}

function over({ clientX, clientY }: PointerEvent): HTMLElement | undefined {
  const under = document.elementsFromPoint(clientX, clientY)
  return under.map((one) => one.closest<HTMLElement>(".pv-hole")).find(Boolean) ?? undefined
}
