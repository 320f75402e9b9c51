// Keeps the place in the talk on the server, so that it goes on there on any device.

const QUIET_MS = 800

export class Place {
  private timer = 0
  private waiting: number | undefined

  constructor(private readonly url: string) {}

  keep(scene: number) {
    this.waiting = scene
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => this.send(), QUIET_MS)
  }

  /** At once, also while the page goes. A place that does not arrive is kept with the next one. */
  send() {
    clearTimeout(this.timer)
    // An author who looks at a draft has no place to keep.
    if (this.waiting === undefined || !this.url) return
    const body = JSON.stringify({ scene: this.waiting })
    this.waiting = undefined
    fetch(this.url, {
      method: "PUT",
      body,
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-Requested-With": "fetch" },
      keepalive: true,
    }).catch(() => {})
  }
}
