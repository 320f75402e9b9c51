// The same round as a plain form: no scenery, nothing that moves, the same answers.

import type { Card } from "./card"
import type { Course } from "./course"
import { make } from "./draw"
import { fields } from "./fields"
import type { Given } from "./kinds"
import type { Words } from "./texts"

const WANTED = "arcade:list"

export class List {
  readonly element = make("div", { class: "g-plain", hidden: true })
  give: (given: Omit<Given, "item_id">) => void = () => {}

  constructor(
    private readonly course: Course,
    private readonly card: Card,
    private readonly text: Words,
  ) {}

  get shown() {
    return !this.element.hidden
  }

  set shown(shown: boolean) {
    this.element.hidden = !shown
    if (shown) this.draw()
  }

  /** Whether this person chose the list before. */
  get wanted() {
    return localStorage.getItem(WANTED) !== null
  }

  set wanted(wanted: boolean) {
    if (wanted) localStorage.setItem(WANTED, "1")
    else localStorage.removeItem(WANTED)
  }

  get heading() {
    return this.element.querySelector("h2")
  }

  /** Draws the question that stands, with what was tried and found. */
  draw() {
    const { course, text } = this
    const { item } = course
    const inputs = fields({ item, found: course.found(item), last: course.last(item), text })
    const heading = make("h2", { tabindex: -1 }, item.prompt)
    const story = [item.who, item.says].filter(Boolean).join(": ")
    const told = story !== "" && make("p", { class: "g-told" }, story)
    const legend = make("legend", {}, heading)
    const set = make("fieldset", { disabled: item.done }, legend, told, ...inputs.elements)
    const missing = make("p", { class: "err", role: "alert" })
    const send = make("button", { class: "btn btn-main", type: "submit", hidden: item.done })
    send.append(text("list-answer"))
    const count = make("p", { class: "muted small" }, this.card.line())
    const form = make("form", { class: "paper g-list" }, count, set, missing, send)
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      const answer = inputs.answer()
      missing.textContent = answer ? "" : text("list-missing")
      if (answer) this.give(answer)
    })
    this.element.querySelector("form")?.remove()
    this.element.prepend(form)
  }

  /** After an answer the focus stays at what can be pressed next. */
  refocus() {
    const send = this.element.querySelector<HTMLElement>("[type=submit]:not([hidden])")
    const onward = this.element.querySelector<HTMLElement>(".g-next button")
    const next = send ?? onward
    next?.focus()
  }
}
