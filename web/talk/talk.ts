// The talk of a chapter. Without a script its wording can be read, and the form says that it was; with one,
// the figures tell it. Nothing plays by itself.
//
//   <div data-controller="talk" data-talk-place-value="0" data-talk-keep-value="…/talk/place"
//        data-talk-language-value="de" data-talk-texts-value="{…}"
//        data-action="keydown@document->talk#pressed …#jump …#leave">

import { Controller } from "@hotwired/stimulus"
import { wish } from "./keys"
import { Show } from "./show"

const MINUTE_MS = 60_000

export default class Talk extends Controller<HTMLElement> {
  static targets = [
    "scenes", "room", "sheet", "caption", "replies", "script", "line", "controls", "begin", "back", "play",
    "forward", "count", "bar", "rate", "voice", "skip", "left", "heard", "onward",
  ]
  static values = { place: Number, keep: String, language: String, texts: Object }

  declare readonly scenesTarget: HTMLElement
  declare readonly roomTarget: HTMLElement
  declare readonly sheetTarget: HTMLElement
  declare readonly captionTarget: HTMLElement
  declare readonly repliesTarget: HTMLElement
  declare readonly scriptTarget: HTMLElement
  declare readonly lineTargets: HTMLElement[]
  declare readonly controlsTarget: HTMLElement
  declare readonly beginTarget: HTMLButtonElement
  declare readonly backTarget: HTMLButtonElement
  declare readonly playTarget: HTMLButtonElement
  declare readonly forwardTarget: HTMLButtonElement
  declare readonly countTarget: HTMLElement
  declare readonly barTarget: HTMLElement
  declare readonly rateTarget: HTMLSelectElement
  declare readonly voiceTarget: HTMLButtonElement
  declare readonly skipTarget: HTMLButtonElement
  declare readonly leftTarget: HTMLElement
  declare readonly heardTarget: HTMLElement
  declare readonly onwardTarget: HTMLButtonElement
  declare placeValue: number
  declare readonly keepValue: string
  declare readonly languageValue: string
  declare readonly textsValue: Record<string, string>
  private show: Show | undefined

  // Lifecycle

  connect() {
    this.show = new Show(JSON.parse(this.scenesTarget.textContent ?? "[]"), {
      room: this.roomTarget,
      places: {
        sheet: this.sheetTarget,
        caption: this.captionTarget,
        replies: this.repliesTarget,
        script: this.scriptTarget,
        lines: this.lineTargets,
      },
      language: this.languageValue,
      keep: this.keepValue,
      changed: () => this.draw(),
      canSpeak: () => (this.voiceTarget.hidden = false),
      lostFocus: () => this.playTarget.focus(),
    })
    this.controlsTarget.hidden = false
    this.element.classList.add("lively")
    this.show.go(this.asked ?? this.placeValue)
    this.show.pace(Number(this.rateTarget.value))
    if (this.asked !== undefined) this.roomTarget.parentElement?.scrollIntoView({ block: "nearest" })
  }

  disconnect() {
    this.show?.close()
    this.show = undefined
  }

  // Actions

  toggle() {
    const focused = document.activeElement === this.beginTarget
    if (this.show?.playing) this.show.pause()
    else this.show?.play()
    if (!focused) return
    this.playTarget.focus({ preventScroll: true })
    this.roomTarget.parentElement?.scrollIntoView({ block: "nearest" })
  }

  back = () => this.show?.back()
  forward = () => this.show?.forward()
  skip = () => this.show?.skip()
  leave = () => this.show?.leave()
  pace = () => this.show?.pace(Number(this.rateTarget.value))

  speak() {
    const on = this.voiceTarget.getAttribute("aria-pressed") !== "true"
    this.voiceTarget.setAttribute("aria-pressed", String(on))
    this.show?.speak(on)
  }

  choose(event: Event & { params: { scene: number } }) {
    event.preventDefault()
    this.show?.go(event.params.scene)
  }

  jump = () => this.asked !== undefined && this.show?.go(this.asked)

  pressed(event: KeyboardEvent) {
    const wanted = wish(event)
    if (!wanted) return
    event.preventDefault()
    this[wanted]()
  }

  // What is shown

  private draw() {
    const show = this.show
    if (!show) return
    const [number, count] = [show.index + 1, show.scenes.length]
    const resumed = show.index > 0
    this.placeValue = show.index // Turbo may show this page again as it was left.
    const word = show.playing ? "pause" : show.over ? "again" : resumed || show.begun ? "go-on" : "play"
    this.playTarget.querySelector("span")!.textContent = this.text(word)
    this.playTarget.classList.toggle("is-playing", show.playing)
    this.beginTarget.hidden = show.begun
    this.beginTarget.querySelector("span")!.textContent = this.text(resumed ? "go-on" : "play")
    const words = this.text("count").replace("{n}", String(number))
    this.countTarget.textContent = words.replace("{count}", String(count))
    this.barTarget.style.inlineSize = `${((show.over ? count : number - 1) / count) * 100}%`
    this.backTarget.setAttribute("aria-disabled", String(show.index === 0))
    this.skipTarget.hidden = this.forwardTarget.hidden = show.over
    this.leftTarget.textContent = show.over ? "" : this.remaining(Math.round(show.left() / MINUTE_MS))
    if (show.over && !this.element.classList.contains("over")) this.onwardTarget.focus()
    this.element.classList.toggle("over", show.over)
  }

  private remaining(minutes: number) {
    if (minutes > 1) return this.text("left").replace("{n}", String(minutes))
    return this.text(minutes === 1 ? "left-one" : "left-none")
  }

  private text(key: string) {
    return this.textsValue[key] ?? key
  }

  private get asked(): number | undefined {
    const number = Number(/^#scene-(\d+)$/.exec(location.hash)?.[1])
    return number >= 1 && number <= this.lineTargets.length ? number - 1 : undefined
  }
}
