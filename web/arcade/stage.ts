// The stage all games share: the question, the counter, the line of controls, keys, sound and movement. Who
// asks and judges is the master; what a game brings to the stage stands in world.ts.

import "../css/arcade-stage.css"
import "../css/arcade-counter.css"
import "../css/arcade-list.css"
import { Card } from "./card"
import { Controls } from "./controls"
import { Counter } from "./counter"
import { Course } from "./course"
import { Diary } from "./diary"
import { make } from "./draw"
import { meant, press } from "./keys"
import type { Given, Item, Round } from "./kinds"
import { List } from "./list"
import { Master } from "./master"
import { Memory } from "./memory"
import { Motion } from "./motion"
import type { Links } from "./parts"
import { Sounds } from "./sounds"
import { words, type Words } from "./texts"
import type { Hall, World } from "./world"

export type { Links } from "./parts"
export type { Face, Hall, World } from "./world"

export class Stage implements Hall {
  readonly game = make("section", { class: "game", "aria-labelledby": "arcade-question" })
  readonly text: Words
  private readonly course: Course
  private readonly asked: Card
  private readonly counter: Counter
  private readonly controls: Controls
  private readonly diary: Diary
  private readonly list: List
  private readonly master: Master
  private readonly memory: Memory
  private readonly motion = new Motion(this.game)
  private readonly sounds: Sounds
  private readonly gone = new AbortController()

  constructor(
    private readonly place: HTMLElement,
    private readonly world: World,
    round: Round,
    texts: Record<string, string>,
    links: Links,
  ) {
    const text = words(texts, round.game)
    this.memory = new Memory(round.id)
    const course = new Course(round, this.memory)
    const card = new Card(course, text)
    this.text = text
    this.course = course
    this.asked = card
    this.sounds = new Sounds(world.tunes)
    this.diary = new Diary(text)
    this.list = new List(course, card, text)
    this.counter = new Counter(this, world, course, text)
    this.controls = new Controls(text, {
      pause: (paused) => this.motion.pause(paused),
      sound: (on) => (this.sounds.on = on),
      list: (on) => this.master.asList(on),
      nudge: () => this.say(text("nudge-words", { text: course.item.hint ?? "" })),
    })
    const { controls, counter, diary, list, motion } = this
    this.master = new Master({
      card, controls, counter, course, diary, hall: this, links, list, motion, place, text, world,
    })
  }

  /** Draws all and asks the first open question; `note` is what the page before wanted to be said. */
  open(note: string | undefined) {
    const { controls, counter, diary, game, list, motion, place } = this
    place.replaceChildren(game, list.element, controls.element, diary.element)
    this.world.build(this)
    game.append(counter.element)
    controls.paused(motion.paused)
    document.addEventListener("keydown", this.pressed, { signal: this.gone.signal })
    this.memory.others(() => this.master.elsewhere(), this.gone.signal)
    this.master.open(note)
  }

  close() {
    this.gone.abort()
    this.master.close()
    this.motion.close()
    this.sounds.close()
    this.place.replaceChildren()
  }

  // What games use

  get card() {
    return this.asked.element
  }

  get items(): readonly Item[] {
    return this.course.items
  }

  get won() {
    return this.course.won
  }

  get locked() {
    return this.master.sending || this.course.item.done
  }

  sign(index: number) {
    return this.world.signs === "letters" ? String.fromCharCode(65 + index) : String(index + 1)
  }

  give(given: Omit<Given, "item_id">) {
    return this.master.give(given)
  }

  found(item: Item) {
    return this.course.found(item)
  }

  last(item: Item) {
    return this.course.last(item)
  }

  move(thing: Element, frames: Keyframe[], ms: number, easing?: string) {
    return this.motion.move(thing, frames, ms, easing)
  }

  play(tune: string) {
    this.sounds.play(tune)
  }

  say(lead: string) {
    this.counter.say({ tone: "plain", lead })
  }

  private pressed = (event: KeyboardEvent) => {
    if (this.list.shown || !meant(event, this.place)) return
    const known = this.world.key?.(event, this) === true || press(event, this.game)
    if (known) event.preventDefault()
  }
}
