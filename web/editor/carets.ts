// The carets of those who write along: a line in their colour and a flag with their name, which goes after a
// while without typing, since it covers the text above it.

import type { Awareness } from "y-protocols/awareness"

const STILL_MS = 3000
const COLOURS = ["#9c1d63", "#2a5798", "#0b5d47", "#984600", "#5b3fa0", "#6a5100"]
const LONGEST_NAME = 40

export type Writer = { id: string; name: string; color: string; client: number }

export function writer(id: string, name: string, client: number): Writer {
  return { id, name, color: COLOURS[number(id)], client }
}

export function drawCaret(user: Record<string, unknown>): HTMLElement {
  const caret = document.createElement("span")
  caret.className = `cur c${number(String(user.id)) + 1}`
  caret.dataset.client = String(user.client)
  const flag = document.createElement("b")
  flag.textContent = String(user.name ?? "").slice(0, LONGEST_NAME)
  caret.append(flag)
  return caret
}

export function drawSelection(user: Record<string, unknown>) {
  return { class: `sel c${number(String(user.id)) + 1}` }
}

/** Lets flags go that have not moved. Gives back how to stop. */
export function letFlagsGo(awareness: Awareness, root: HTMLElement): () => void {
  const timers = new Map<number, number>()
  const still = (client: number, on: boolean) => {
    for (const caret of root.querySelectorAll(`.cur[data-client="${client}"]`))
      caret.classList.toggle("still", on)
  }
  const moved = ({ added, updated }: Record<"added" | "updated", number[]>) => {
    for (const client of [...added, ...updated]) {
      if (client === awareness.clientID) continue
      clearTimeout(timers.get(client))
      window.requestAnimationFrame(() => still(client, false))
      timers.set(
        client,
        window.setTimeout(() => still(client, true), STILL_MS),
      )
    }
  }
  awareness.on("change", moved)
  return () => {
    awareness.off("change", moved)
    for (const timer of timers.values()) clearTimeout(timer)
  }
}

/** The same person has the same colour on every screen. */
function number(id: string): number {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521
  return sum % COLOURS.length
}
