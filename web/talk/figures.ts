// Frank Mertens and Ute: which pose, mood and mouth. The drawing holds all of them; an attribute chooses.

import type { Mouth } from "./mouths"
import type { Scene } from "./timeline"

type Name = "frank" | "ute"

const BLINK_MS = 40
const BLINK_LEAST_MS = 3_000
const BLINK_SPREAD_MS = 3_000

// The format lets each have any mood; a face that was not drawn takes the nearest.
const NEAREST: Record<Name, Record<string, string>> = {
  frank: { dry: "calm", cross: "worried" },
  ute: { bright: "sly", puzzled: "dry", worried: "calm", cross: "dry" },
}

// Who only listens does not go on waving.
const LISTENING: Record<string, string> = { wave: "think", cheer: "shrug", whisper: "think" }

export class Figures {
  private readonly less = matchMedia("(prefers-reduced-motion: reduce)")
  private readonly gone = new AbortController()
  private speaker: Name = "frank"
  private timer = 0

  constructor(private readonly room: HTMLElement) {
    this.less.addEventListener("change", () => this.move(false), { signal: this.gone.signal })
  }

  get still() {
    return this.less.matches
  }

  take(scene: Scene) {
    this.mouth("X")
    this.speaker = scene.speaker.startsWith("Frank") ? "frank" : "ute"
    const other = this.speaker === "frank" ? "ute" : "frank"
    this.set(this.speaker, "pose", scene.pose)
    this.set(this.speaker, "mood", NEAREST[this.speaker][scene.mood] ?? scene.mood)
    this.set(this.speaker, "speaking", "true")
    this.set(other, "speaking", "false")
    if (other === "ute") {
      this.set("ute", "pose", "mug")
      this.set("ute", "mood", "dry")
    } else {
      const pose = this.figure("frank")?.dataset["pose"] ?? "think"
      this.set("frank", "pose", LISTENING[pose] ?? pose)
      this.set("frank", "mood", scene.mood === "calm" ? "calm" : "puzzled")
    }
  }

  mouth(mouth: Mouth) {
    this.set(this.speaker, "mouth", this.still ? "X" : mouth)
  }

  /** Whether they breathe, nod and blink. */
  move(moving: boolean) {
    clearTimeout(this.timer)
    this.room.classList.toggle("moving", moving && !this.still)
    if (moving && !this.still) this.blinkSoon()
    else this.eyes("open")
  }

  close() {
    this.gone.abort()
    clearTimeout(this.timer)
  }

  private blinkSoon() {
    this.timer = window.setTimeout(() => this.blink(), BLINK_LEAST_MS + Math.random() * BLINK_SPREAD_MS)
  }

  private blink() {
    const who: Name = Math.random() < 0.6 ? this.speaker : this.speaker === "frank" ? "ute" : "frank"
    const steps = ["half", "shut", "half", "open"]
    const step = () => {
      const next = steps.shift()
      if (!next) return this.blinkSoon()
      this.set(who, "eyes", next)
      this.timer = window.setTimeout(step, BLINK_MS)
    }
    step()
  }

  private eyes(state: string) {
    this.set("frank", "eyes", state)
    this.set("ute", "eyes", state)
  }

  private figure(name: Name) {
    return this.room.querySelector<SVGGElement>(`.${name}`)
  }

  private set(name: Name, key: string, value: string) {
    const figure = this.figure(name)
    if (figure && figure.dataset[key] !== value) figure.dataset[key] = value
  }
}
