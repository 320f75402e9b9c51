// Sends answers. One that has not arrived lies in this tab's storage until the server has it, so that
// neither a lost connection nor a reload loses it.

import type { Given, Verdict } from "./kinds"

/** What became of an answer: a verdict, a refusal in words, or the round is no more. */
export type Reply = { verdict: Verdict } | { refused: string } | { gone: true } | { signedOut: true }

const PAUSES_MS = [2_000, 4_000, 8_000, 15_000, 30_000]
const ASKED_TOO_OFTEN = 429

export class Wire {
  private readonly key: string
  private readonly gone = new AbortController()
  private hurry: (() => void) | undefined

  constructor(
    private readonly url: string,
    round: string,
    private readonly waits: () => void,
  ) {
    this.key = `arcade:${round}`
    window.addEventListener("online", () => this.again(), { signal: this.gone.signal })
  }

  /** An answer of before a reload that may not have arrived. */
  kept(): Given | undefined {
    try {
      return JSON.parse(sessionStorage.getItem(this.key) ?? "null") ?? undefined
    } catch {
      return undefined
    }
  }

  /** Ends with the server's word, however long the connection is away. */
  async send(given: Given): Promise<Reply> {
    this.keep(given)
    for (let tries = 0; ; tries++) {
      const reply = await this.attempt(given).catch(() => undefined)
      if (this.gone.signal.aborted) return new Promise<Reply>(() => {})
      if (reply) {
        if (!("signedOut" in reply)) this.keep(undefined)
        return reply
      }
      this.waits()
      await this.pause(PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)]!)
    }
  }

  /** Tries at once instead of after the pause. */
  again() {
    this.hurry?.()
  }

  close() {
    this.gone.abort()
    this.hurry?.()
  }

  private async attempt(given: Given): Promise<Reply | undefined> {
    const response = await fetch(this.url, {
      method: "POST",
      body: JSON.stringify(given),
      credentials: "same-origin",
      headers: {
        Accept: "application/json",
        "Content-Type": "application/json",
        "X-Requested-With": "fetch",
      },
      signal: this.gone.signal,
    })
    if (response.ok) return { verdict: await response.json() }
    if (response.status === 401) return { signedOut: true }
    if (response.status === 404 || response.status === 410) return { gone: true }
    if (response.status >= 500 || response.status === ASKED_TOO_OFTEN) return undefined
    const problem = await response.json().catch(() => ({}))
    return { refused: String(problem.detail ?? problem.title ?? response.status) }
  }

  private pause(ms: number) {
    return new Promise<void>((go) => {
      const timer = setTimeout(go, ms)
      this.hurry = () => {
        clearTimeout(timer)
        go()
      }
    })
  }

  // A browser may refuse to store anything; the answer then lives as long as the page.
  private keep(given: Given | undefined) {
    try {
      if (given) sessionStorage.setItem(this.key, JSON.stringify(given))
      else sessionStorage.removeItem(this.key)
    } catch {
      return
    }
  }
}
