// Fetches a piece of the page again when somebody changed what it shows, and morphs it in.
//
//   <turbo-frame id="talk" src="/talk?about=document/ID" data-controller="refresh"
//       data-refresh-about-value="document/ID">
//   <ul id="documents" data-controller="refresh" data-refresh-space-value="ID"
//       data-refresh-src-value="/spaces/ID">
//   <span id="bell" data-controller="refresh" data-refresh-on-value="bell"
//       data-refresh-src-value="/notifications/bell">
//
// As long as something in it is marked `data-refresh-waits` (a file is being read), it is fetched again and
// again, more and more seldom: what happened while the page was on its way was told to nobody.
//
// What somebody is writing stays: a field with the focus or with changed words, and everything
// `data-turbo-permanent`.

import { Controller } from "@hotwired/stimulus"
import { morphElements } from "@hotwired/turbo"
import { keepsAttribute, keepsElement } from "./keep"

const PAUSE_MS = 300
const WAITS_MS = 2000
const WAITS_LONGEST_MS = 60_000

type Changed = { about?: string; space?: string | null }

export default class Refresh extends Controller<HTMLElement> {
  static values = { about: String, space: String, on: String, src: String }

  declare readonly aboutValue: string
  declare readonly spaceValue: string
  declare readonly onValue: string
  declare readonly srcValue: string
  private pause = 0
  private waiting = 0
  // A visit moves permanent elements to the next page: what was due before is due after.
  private due = false
  private fetching?: AbortController

  // Lifecycle

  connect() {
    document.addEventListener("live:changed", this.changed)
    document.addEventListener("live:bell", this.rang)
    document.addEventListener("live:resumed", this.soon)
    this.element.addEventListener("turbo:before-morph-attribute", keepsAttribute)
    if (this.due) this.soon()
    this.wait(WAITS_MS)
  }

  disconnect() {
    clearTimeout(this.pause)
    clearTimeout(this.waiting)
    this.fetching?.abort()
    document.removeEventListener("live:changed", this.changed)
    document.removeEventListener("live:bell", this.rang)
    document.removeEventListener("live:resumed", this.soon)
    this.element.removeEventListener("turbo:before-morph-attribute", keepsAttribute)
  }

  // Actions

  async now() {
    clearTimeout(this.pause)
    this.fetching?.abort()
    this.fetching = new AbortController()
    try {
      await this.fetchAndMorph(this.fetching.signal)
    } catch {
      // Away or superseded; live:resumed comes when the server is there again.
    }
  }

  // Private

  private changed = (event: Event) => {
    const { about, space } = (event as CustomEvent<Changed>).detail ?? {}
    const abouts = this.aboutValue.split(" ").filter(Boolean)
    const matches = abouts.includes("*") || (about !== undefined && abouts.includes(about))
    if (matches || (this.spaceValue && space === this.spaceValue)) this.soon()
  }

  private rang = () => {
    if (this.onValue === "bell") this.soon()
  }

  private wait(ms: number) {
    if (!this.element.querySelector("[data-refresh-waits]")) return
    this.waiting = window.setTimeout(async () => {
      await this.now()
      if (this.element.isConnected) this.wait(Math.min(ms * 1.5, WAITS_LONGEST_MS))
    }, ms)
  }

  private soon = () => {
    this.due = true
    clearTimeout(this.pause)
    this.pause = window.setTimeout(() => this.now(), PAUSE_MS)
  }

  private async fetchAndMorph(signal: AbortSignal) {
    const address = this.srcValue || this.element.getAttribute("src") || location.href
    const headers: Record<string, string> = { Accept: "text/html" }
    if (this.element.localName === "turbo-frame") headers["Turbo-Frame"] = this.element.id
    const answer = await fetch(address, { headers, signal, credentials: "same-origin" })
    if (!answer.ok || signal.aborted) return
    const page = new DOMParser().parseFromString(await answer.text(), "text/html")
    const next = page.getElementById(this.element.id)
    this.due = false
    if (!next) return
    // It has become something else, which another controller looks after.
    if (next.dataset.controller !== this.element.dataset.controller) return this.element.replaceWith(next)
    morphElements(this.element, next.childNodes, {
      morphStyle: "innerHTML",
      ignoreActiveValue: true,
      callbacks: { beforeNodeMorphed: (current, next) => !keepsElement(current, next) },
    })
    this.dispatch("done")
  }
}
