// What was found in a round, kept in this browser: so a reload loses no pair, and other tabs with the same
// round learn that something happened in this one.

import type { Given } from "./kinds"

export interface Found {
  /** Per item the options known to be right, with their targets. */
  found: [item: string, pairs: [option: string, target: string][]][]
  /** Per item what was given last. */
  last: [item: string, given: Given][]
}

export class Memory {
  private readonly key: string

  constructor(round: string) {
    this.key = `arcade:found:${round}`
  }

  read(): Found {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? "null") ?? { found: [], last: [] }
    } catch {
      return { found: [], last: [] }
    }
  }

  // A browser may refuse to store anything; the server knows what is done all the same.
  write(found: Found | undefined) {
    try {
      if (found) localStorage.setItem(this.key, JSON.stringify(found))
      else localStorage.removeItem(this.key)
    } catch {
      return
    }
  }

  /** Calls when another tab has written something. */
  others(act: () => void, signal: AbortSignal) {
    window.addEventListener("storage", ({ key }) => key === this.key && act(), { signal })
  }
}
