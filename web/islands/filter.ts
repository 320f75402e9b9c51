// Sends the form of a list as soon as a choice is made; without a script its button does the same.
//
//   <form method="get" data-controller="filter" data-action="change->filter#send input->filter#soon">

import { Controller } from "@hotwired/stimulus"

const PAUSE_MS = 300

export default class Filter extends Controller<HTMLFormElement> {
  private pause = 0

  // Lifecycle

  disconnect() {
    clearTimeout(this.pause)
  }

  // Actions

  send() {
    clearTimeout(this.pause)
    this.element.requestSubmit()
  }

  soon(event: Event) {
    const field = event.target
    if (!(field instanceof HTMLInputElement) || !["search", "text"].includes(field.type)) return
    clearTimeout(this.pause)
    this.pause = window.setTimeout(() => this.send(), PAUSE_MS)
  }
}
