// Draws a line in the stream between what is new since my last visit and what I have seen. Only this browser
// knows when that was: nobody is told who looked.
//
//   <div id="stream" data-controller="since" data-since-key-value="PERSON/stream"
//        data-since-words-value="Bis hierher kannten Sie alles" data-action="refresh:done->since#draw">
//     <article class="entry" id="entry-4711">…
//
// A visit ends when the page was out of sight for half an hour.

import { Controller } from "@hotwired/stimulus"

const AWAY_MS = 30 * 60_000

type Visit = { from: number; seen: number; at: number }

export default class Since extends Controller<HTMLElement> {
  static values = { key: String, words: String }

  declare readonly keyValue: string
  declare readonly wordsValue: string

  // Lifecycle

  connect() {
    const kept: Partial<Visit> = JSON.parse(localStorage.getItem(this.keyValue) ?? "{}")
    const isOver = Date.now() - (kept.at ?? 0) > AWAY_MS
    const newest = Math.max(0, ...this.entries().map(({ position }) => position))
    // The first time of all there is no last one.
    const from = (isOver ? kept.seen : kept.from) ?? newest
    this.keep({ from, seen: Math.max(newest, kept.seen ?? 0), at: Date.now() })
    this.draw()
    document.addEventListener("visibilitychange", this.left)
  }

  disconnect() {
    document.removeEventListener("visibilitychange", this.left)
  }

  // Actions

  draw() {
    this.element.querySelector(".since")?.remove()
    const { from } = this.visit()
    const entries = this.entries()
    const known = entries.findIndex(({ position }) => position <= from)
    if (known < 1) return
    const line = document.createElement("p")
    line.className = "since"
    line.textContent = this.wordsValue
    const day = entries[known].element.previousElementSibling
    const before = day?.classList.contains("day") ? day : entries[known].element
    before.before(line)
  }

  // Private

  private left = () => {
    const newest = Math.max(0, ...this.entries().map(({ position }) => position))
    const visit = this.visit()
    this.keep({ ...visit, seen: Math.max(newest, visit.seen), at: Date.now() })
  }

  private entries() {
    const found = [...this.element.querySelectorAll<HTMLElement>(".entry[id^='entry-']")]
    return found.map((element) => ({ element, position: Number(element.id.slice("entry-".length)) }))
  }

  private visit(): Visit {
    return { from: 0, seen: 0, at: 0, ...JSON.parse(localStorage.getItem(this.keyValue) ?? "{}") }
  }

  private keep(visit: Visit) {
    try {
      localStorage.setItem(this.keyValue, JSON.stringify(visit))
    } catch {
      // Without room there is no line; everything else is there.
    }
  }
}
