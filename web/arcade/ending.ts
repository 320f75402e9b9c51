// The good end: the picture with everyone in it, what one knows now, and the way on.

import { icon } from "../islands/icon"
import { make } from "./draw"
import type { Words } from "./texts"

export interface Ways {
  /** Where the task of the chapter stands. */
  task: string
  /** Where another round begins. */
  again: string
}

export function ending(picture: Element, text: Words, { task, again }: Ways) {
  const heading = make("h2", { tabindex: -1 }, text("end-title"))
  const on = make("a", { class: "btn btn-main", href: task }, text("end-task"), icon("arrow-right"))
  const back = make("a", { class: "btn btn-line", href: again, "data-turbo-prefetch": "false" })
  back.append(text("end-again"))
  const told = make("div", {}, heading, make("p", {}, text("end-words")))
  const bar = make("div", { class: "g-end" }, told, make("div", { class: "b" }, on, back))
  return { element: make("section", { class: "game ended" }, picture, bar), heading }
}
