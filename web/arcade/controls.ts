// The line below the game: what moves and can be stopped, the sound, the list, a nudge, and the keys.

import { icon } from "../islands/icon"
import { make, write } from "./draw"
import type { Words } from "./texts"

export interface Wishes {
  pause(paused: boolean): void
  sound(on: boolean): void
  list(on: boolean): void
  nudge(): void
}

export class Controls {
  readonly element = make("div", { class: "g-ctl" })
  private readonly pause: HTMLButtonElement
  private readonly sound: HTMLButtonElement
  private readonly list: HTMLButtonElement
  private readonly nudge: HTMLButtonElement
  private readonly hint = make("p", { class: "small muted" })
  private listed = false
  private loud = false

  constructor(
    private readonly text: Words,
    wishes: Wishes,
  ) {
    this.pause = this.button("btn-line g-pause", () => {
      const paused = this.pause.getAttribute("aria-pressed") !== "true"
      this.paused(paused)
      wishes.pause(paused)
    })
    this.sound = this.button("btn-quiet", () => {
      this.sounding(!this.loud)
      wishes.sound(this.loud)
    })
    this.list = this.button("btn-quiet", () => wishes.list(!this.listed))
    this.nudge = this.button("btn-quiet", () => wishes.nudge())
    this.label(this.nudge, "lightbulb", text("nudge"))
    this.paused(false)
    this.sounding(false)
    this.listing(false)
    this.element.append(this.pause, this.sound, this.list, this.nudge, this.hint)
  }

  paused(paused: boolean) {
    this.label(this.pause, paused ? "play" : "pause", this.text("pause"))
    write(this.pause, { "aria-pressed": String(paused) })
  }

  sounding(on: boolean) {
    this.loud = on
    this.label(this.sound, on ? "volume-2" : "volume-off", this.text(on ? "sound-on" : "sound-off"))
  }

  listing(on: boolean) {
    this.listed = on
    this.label(this.list, on ? "play" : "list", this.text(on ? "as-game" : "as-list"))
    this.pause.hidden = this.hint.hidden = on
  }

  /** The hint names the first and the last key; a question without a nudge has no button for one. */
  keys(from: string, to: string, nudges: boolean) {
    const parts = this.text("keys", { from: `\n${from}\n`, to: `\n${to}\n` }).split("\n")
    this.hint.replaceChildren(...parts.map((part, index) => (index % 2 ? make("kbd", {}, part) : part)))
    this.nudge.hidden = !nudges
  }

  private button(look: string, act: () => void) {
    const button = make("button", { type: "button", class: `btn btn-sm ${look}` })
    button.addEventListener("click", act)
    return button
  }

  private label(button: HTMLButtonElement, drawing: string, words: string) {
    button.replaceChildren(icon(drawing), words)
  }
}
