// The saved line. "Saved" is the server's word, never ours: it appears only after a receipt for everything
// written.

import { icon } from "../islands/icon"
import { fill, type Texts } from "../islands/texts"

export type State = {
  connected: boolean
  synced: boolean
  reading: boolean
  refused: boolean
  waiting: number
  savedAt?: Date
}

export class StateLine {
  private said = ""

  constructor(
    private element: HTMLElement | undefined,
    private texts: Texts,
  ) {}

  show(state: State) {
    const { key, values, drawn } = this.words(state)
    const words = key ? fill(this.texts, key, values) : ""
    if (!this.element || words === this.said) return
    this.said = words
    this.element.classList.toggle("off", drawn === "cloud-off")
    const text = document.createElement("span")
    text.textContent = words
    this.element.replaceChildren(...(drawn ? [icon(drawn)] : []), text)
  }

  private words(state: State): { key: string; values?: Record<string, string | number>; drawn?: string } {
    if (state.refused) return { key: "refused", drawn: "lock" }
    if (!state.connected && state.waiting > 0) {
      const key = state.waiting === 1 ? "offline_one" : "offline"
      return { key, values: { n: state.waiting }, drawn: "cloud-off" }
    }
    if (!state.connected) return { key: state.synced ? "away" : "connecting", drawn: "cloud-off" }
    if (state.reading) return { key: "reading", drawn: "eye" }
    if (!state.synced) return { key: "connecting" }
    if (state.waiting > 0) return { key: "writing", drawn: "pencil" }
    if (!state.savedAt) return { key: "ready", drawn: "check" }
    const time = state.savedAt.toLocaleTimeString(language(), { hourCycle: "h23" })
    return { key: "saved", values: { time }, drawn: "check" }
  }
}

function language(): string {
  return document.documentElement.lang || "de"
}
