// The question: which of how many, how many answers are right, and the sentence itself, which takes the
// focus.

import { make } from "./draw"
import type { Course } from "./course"
import type { Words } from "./texts"

export class Card {
  readonly element = make("div", { class: "g-ask" })
  readonly heading = make("h2", { tabindex: -1, id: "arcade-question" })
  private readonly count = make("p")

  constructor(
    private readonly course: Course,
    private readonly text: Words,
  ) {
    this.element.append(this.count, this.heading)
  }

  show() {
    this.heading.textContent = this.course.item.prompt
    this.recount()
  }

  recount() {
    this.count.textContent = this.line()
  }

  /** "Frage 3 von 6 · zwei Enten haben recht, eine steht noch" */
  line(): string {
    const { item, items, index } = this.course
    const place = this.text("count", { n: index + 1, of: items.length })
    return `${place} · ${this.wanted(item.kind, item.count)}`
  }

  private wanted(kind: string, count: number): string {
    if (kind !== "multiple" && kind !== "single" && kind !== "talk") return this.text(`wanted-${kind}`)
    if (count === 1) return this.text("wanted-one")
    const all = this.text("wanted-many", { n: this.text(`number-${count}`) })
    const rest = count - this.course.found(this.course.item).size
    if (rest === count || rest === 0) return all
    return `${all}, ${this.text(rest === 1 ? "rest-one" : "rest-many", { n: this.text(`number-${rest}`) })}`
  }
}
