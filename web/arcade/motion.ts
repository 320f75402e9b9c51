// What moves: things that move for ever can be stopped, and who wants no movement sees only first and last
// pictures.

const WANTED_LESS = "(prefers-reduced-motion: reduce)"

export class Motion {
  paused = false
  private readonly less = matchMedia(WANTED_LESS)
  private readonly gone = new AbortController()

  constructor(private readonly game: HTMLElement) {
    this.less.addEventListener("change", () => this.follow(), { signal: this.gone.signal })
    this.follow()
  }

  get still() {
    return this.less.matches
  }

  pause(paused: boolean) {
    this.paused = paused
    this.game.classList.toggle("paused", paused)
  }

  /** One movement; its last picture must hold by itself, by a class or an attribute. */
  async move(thing: Element, frames: Keyframe[], ms: number, easing = "ease-out") {
    if (this.still || !thing.isConnected) return
    const movement = thing.animate(frames, { duration: ms, easing })
    await movement.finished.catch(() => {})
  }

  close() {
    this.gone.abort()
  }

  private follow() {
    this.game.classList.toggle("still", this.still)
    this.pause(this.still)
  }
}
