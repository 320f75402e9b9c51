// The one connection on which the server tells this browser what changed. Among all tabs of a person one
// holds a lock and the EventSource, and tells the others by a channel; when it goes, the next in line gets
// the lock.
//
// It outlives the pages that Turbo exchanges, so it is not part of a controller.

const EVENTS = ["changed", "bell", "bye"] as const
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 60_000
const LONG_AWAY_MS = 60_000

type Name = (typeof EVENTS)[number] | "resumed"
type Message = { name: Name; detail: unknown }

export class Stream {
  private channel: BroadcastChannel
  private over = new AbortController()
  private source?: EventSource
  private missed = false
  private wait = FIRST_WAIT_MS
  private timer = 0
  private hiddenAt = 0

  constructor(
    readonly person: string,
    private url: string,
  ) {
    const name = `live:${person}`
    this.channel = new BroadcastChannel(name)
    this.channel.onmessage = ({ data }) => tell(data)
    document.addEventListener("visibilitychange", this.looked, { signal: this.over.signal })
    window.addEventListener("online", this.reopen, { signal: this.over.signal })
    this.lead(name)
  }

  end() {
    this.over.abort()
    clearTimeout(this.timer)
    this.source?.close()
    this.channel.close()
  }

  /**
   * Without locks (an address without TLS) every tab has its own connection, which is more work but not less
   * true.
   */
  private lead(name: string) {
    if (!navigator.locks) return this.open()
    const { signal } = this.over
    const held = () =>
      new Promise<void>((letGo) => {
        signal.addEventListener("abort", () => letGo())
        this.open()
      })
    navigator.locks.query().then(({ held: locks }) => {
      // Then another led, and a gap is possible.
      this.missed = Boolean(locks?.some((lock) => lock.name === name))
      navigator.locks.request(name, { signal }, held).catch(() => {})
    })
  }

  private open() {
    clearTimeout(this.timer)
    this.source?.close()
    const source = new EventSource(this.url)
    this.source = source
    source.onopen = () => this.opened()
    source.onerror = () => this.failed()
    for (const name of EVENTS) {
      source.addEventListener(name, (event) => this.pass({ name, detail: read(event) }))
    }
  }

  private opened() {
    this.wait = FIRST_WAIT_MS
    if (this.missed) this.pass({ name: "resumed", detail: null })
    this.missed = false
  }

  /**
   * Waits longer each time, and not as long as its neighbours, so that a restart is not answered by a crowd.
   */
  private failed() {
    this.source?.close()
    this.missed = true
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => this.open(), this.wait * (0.5 + Math.random()))
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS)
  }

  private reopen = () => {
    if (this.source?.readyState === EventSource.CLOSED) this.open()
  }

  private looked = () => {
    if (document.hidden) this.hiddenAt = Date.now()
    else if (this.hiddenAt && Date.now() - this.hiddenAt > LONG_AWAY_MS)
      tell({ name: "resumed", detail: null })
  }

  private pass(message: Message) {
    if (this.over.signal.aborted) return
    this.channel.postMessage(message)
    tell(message)
  }
}

function read(event: MessageEvent<string>): unknown {
  try {
    return JSON.parse(event.data)
  } catch {
    return null
  }
}

// What is told while Turbo fetches a page may be missing on that page, and nobody on it listens yet.
let duringVisit: unknown[] | undefined
document.addEventListener("turbo:visit", () => (duringVisit = []))
document.addEventListener("turbo:load", () => {
  const again = duringVisit ?? []
  duringVisit = undefined
  for (const detail of again) tell({ name: "changed", detail })
})

function tell({ name, detail }: Message) {
  if (name === "bye") return location.reload()
  if (name === "changed") duringVisit?.push(detail)
  document.dispatchEvent(new CustomEvent(`live:${name}`, { detail }))
}
