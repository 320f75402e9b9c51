// A line as somebody spoke it. What cannot be played is no reason to be silent: the browser's voice takes
// over.

const UNSURE_MS = 8_000
const APART_S = 2

export class Recording {
  /** This file cannot be heard here. */
  broken = false
  private readonly sound: HTMLAudioElement
  private timer = 0

  constructor(
    url: string,
    private readonly ended: () => void,
    private readonly failed: () => void,
  ) {
    this.sound = new Audio()
    this.sound.preload = "none"
    this.sound.src = url
    this.sound.addEventListener("ended", () => this.ended())
    this.sound.addEventListener("error", () => this.fail())
    this.sound.addEventListener("playing", () => clearTimeout(this.timer))
  }

  /** How much of it was heard, from 0 to 1; 0 while its length is not known. */
  get share() {
    const { currentTime, duration } = this.sound
    return Number.isFinite(duration) && duration > 0 ? Math.min(1, currentTime / duration) : 0
  }

  /** Goes on where it was held, unless the line was read on without it up to this `share`. */
  play(rate: number, share: number) {
    this.sound.playbackRate = rate
    const apart = Math.abs(share - this.share) * this.sound.duration
    if (apart > APART_S) this.sound.currentTime = share * this.sound.duration
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => this.fail(), UNSURE_MS)
    this.sound.play().catch((cause: unknown) => {
      // Held before it had begun: nothing is wrong with it.
      if (!(cause instanceof DOMException && cause.name === "AbortError")) this.fail()
    })
  }

  pace(rate: number) {
    this.sound.playbackRate = rate
  }

  hold() {
    clearTimeout(this.timer)
    this.sound.pause()
  }

  private fail() {
    clearTimeout(this.timer)
    if (this.broken) return
    this.broken = true
    this.sound.pause()
    this.failed()
  }
}
