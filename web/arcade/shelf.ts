// The binders on their shelves: moved by dragging, by two buttons beside each, by arrow keys, or by picking
// one up and touching the place where it belongs.

import "../css/arcade-shelf.css"
import { icon } from "../islands/icon"
import { dragged } from "./drag"
import { make, named, write } from "./draw"
import type { Item } from "./kinds"
import type { Hall } from "./world"

const COLOURS = ["#c9971c", "#5e8fa0", "#c9534b", "#8fb36a", "#d98635", "#8a6bb0"]
const SLIDE_MS = 190

export class Shelf {
  readonly element = make("ol", { class: "ar-shelf", role: "list" })
  private lifted: HTMLElement | undefined

  constructor(
    private readonly item: Item,
    private readonly hall: Hall,
  ) {
    const known = new Map(item.options.map((option) => [option.id, option.text]))
    const ids = hall.last(item)?.order ?? item.options.map((option) => option.id)
    const colour = (id: string) => COLOURS[[...known.keys()].indexOf(id) % COLOURS.length]!
    this.element.append(...ids.map((id) => this.row(id, known.get(id) ?? "", colour(id))))
    this.label()
  }

  get order() {
    return this.rows.map((row) => row.dataset.id!)
  }

  /** Moves a binder that has the focus; `true` if there was one. */
  arrow(step: number): boolean {
    const row = this.rows.find((one) => one.contains(document.activeElement))
    if (row) this.move(row, this.rows.indexOf(row) + step)
    return row !== undefined
  }

  /** Writes numbers, names and states anew, after each move and each answer. */
  label() {
    const { hall, item } = this
    const last = hall.last(item)?.order
    const found = hall.found(item)
    const ids = this.order
    this.rows.forEach((row, index) => {
      const id = row.dataset.id!
      const told = last?.[index] === id
      const right = item.done || (told && found.has(id))
      row.classList.toggle("yes", right)
      row.classList.toggle("no", told && !right)
      row.classList.toggle("lifted", row === this.lifted)
      const binder = row.querySelector<HTMLElement>(".ar-binder")!
      const sign = hall.sign(index)
      const held = row === this.lifted
      const state = held ? "lifted" : right ? "stands-right" : told ? "stands-wrong" : undefined
      const words = named(hall.text("place-name", { n: sign }), row.dataset.words!, state && hall.text(state))
      binder.querySelector(".ar-label")!.replaceChildren(words, right ? icon("check") : "")
      write(binder, { "data-sign": sign, "aria-pressed": String(held) })
      write(binder, { "aria-disabled": item.done && "true" })
      row.querySelector(".ar-place")!.textContent = sign
      const [up, down] = row.querySelectorAll(".ar-steps button")
      write(up!, { "aria-disabled": (item.done || index === 0) && "true" })
      write(down!, { "aria-disabled": (item.done || index === ids.length - 1) && "true" })
    })
  }

  /** Slides home those that stand right, and lets the others stand out. */
  async settle() {
    this.label()
    const home = this.rows.filter((row) => row.classList.contains("yes"))
    const frames = [-22, 3, 0].map((x) => ({ transform: `translateX(${x}px)` }))
    await Promise.all(home.map((row) => this.hall.move(row.querySelector(".ar-binder")!, frames, 420)))
  }

  private get rows() {
    return [...this.element.children] as HTMLElement[]
  }

  private row(id: string, words: string, colour: string) {
    const { hall } = this
    const place = make("span", { class: "ar-place", "aria-hidden": "true" })
    const ring = make("span", { class: "ar-ring", "aria-hidden": "true" })
    const binder = make("button", { type: "button", class: "ar-binder", style: `--c: ${colour}` })
    binder.append(make("span", { class: "ar-label" }), ring)
    const steps = make("span", { class: "ar-steps" })
    const row = make("li", { "data-id": id, "data-words": words }, place, binder, steps)
    for (const [key, step] of [["up", -1], ["down", 1]] as const) {
      const label = hall.text(`list-${key}`, { text: words })
      const button = make("button", { type: "button", "aria-label": label }, icon(`arrow-${key}`))
      button.addEventListener("click", () => this.move(row, this.rows.indexOf(row) + step))
      steps.append(button)
    }
    binder.addEventListener("click", () => this.touch(row))
    dragged(row, binder, ".ar-ring", {
      locked: () => hall.locked,
      rows: () => this.rows,
      move: (to) => this.move(row, to),
    })
    return row
  }

  /** The first touch picks a binder up, the second puts it where it was touched. */
  private touch(row: HTMLElement) {
    if (this.hall.locked || row.classList.contains("dragged")) return
    const { lifted } = this
    this.lifted = lifted ? undefined : row
    if (lifted && lifted !== row) this.move(lifted, this.rows.indexOf(row))
    else this.label()
  }

  private move(row: HTMLElement, to: number) {
    const rows = this.rows
    const from = rows.indexOf(row)
    if (this.hall.locked || to < 0 || to >= rows.length || to === from) return
    this.lifted = undefined
    const before = new Map(rows.map((one) => [one, one.getBoundingClientRect().top]))
    // The others go around it: a thing that is taken out of the page loses focus and pointer.
    for (let at = from; at < to; at++) row.before(row.nextElementSibling!)
    for (let at = from; at > to; at--) row.after(row.previousElementSibling!)
    this.label()
    for (const one of this.rows) {
      const by = (before.get(one) ?? 0) - one.getBoundingClientRect().top
      if (by !== 0 && !one.classList.contains("dragged")) {
        void this.hall.move(one, [{ transform: `translateY(${by}px)` }, { transform: "none" }], SLIDE_MS)
      }
    }
    this.hall.play("slide")
    this.hall.say(this.hall.text("list-place", { text: row.dataset.words!, n: to + 1 }))
  }
}
