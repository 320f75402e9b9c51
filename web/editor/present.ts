// Who else has the page open, in words.

import type { Awareness } from "y-protocols/awareness"
import { fill, type Texts } from "../islands/texts"

export function sayWhoIsHere(
  awareness: Awareness,
  me: string,
  places: HTMLElement[],
  texts: Texts,
): () => void {
  const say = () => {
    const words = sentence(others(awareness, me), texts)
    for (const place of places) {
      if (place.textContent !== words) place.textContent = words
      place.hidden = words === ""
    }
  }
  awareness.on("change", say)
  say()
  return () => awareness.off("change", say)
}

/** Each person once, however many tabs she has. */
function others(awareness: Awareness, me: string): string[] {
  const names = new Map<string, string>()
  for (const { user } of awareness.getStates().values()) {
    if (user?.id && user.id !== me) names.set(String(user.id), String(user.name ?? ""))
  }
  return [...names.values()].filter(Boolean)
}

function sentence(names: string[], texts: Texts): string {
  if (names.length === 0) return ""
  if (names.length === 1) return fill(texts, "one_here", { name: names[0] })
  if (names.length === 2) return fill(texts, "two_here", { a: names[0], b: names[1] })
  return fill(texts, "many_here", { name: names[0], n: names.length - 1 })
}
