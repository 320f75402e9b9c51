// What happened in this round so far, to be read again: each question asked and each answer given. Every
// entry is also an event `arcade:happened` on the game, for whoever listens.

import { make } from "./draw"
import type { Words } from "./texts"

const ENTRIES_MAX = 200

export interface Entry {
  what: "asked" | "given" | "right" | "wrong" | "ended" | "waiting"
  item: string
  words: string
}

export class Diary {
  readonly element: HTMLDetailsElement
  private readonly list = make("ol")

  constructor(text: Words) {
    this.element = make("details", { class: "g-diary" }, make("summary", {}, text("diary")), this.list)
    this.element.hidden = true
  }

  note(entry: Entry) {
    this.element.dispatchEvent(new CustomEvent("arcade:happened", { bubbles: true, detail: entry }))
    if (entry.what !== "right" && entry.what !== "wrong") return
    this.element.hidden = false
    this.list.append(make("li", {}, entry.words))
    if (this.list.childElementCount > ENTRIES_MAX) this.list.firstElementChild?.remove()
  }
}
