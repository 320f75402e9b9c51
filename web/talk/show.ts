// The course of the talk: which scene, whether it runs, what was answered, and when it is over.

import { Board, type Places } from "./board"
import { Figures } from "./figures"
import { Place } from "./place"
import { Player } from "./player"
import { compile, type Scene } from "./timeline"
import { Voice } from "./voice"

export interface Around {
  room: HTMLElement
  places: Places
  language: string
  keep: string
  /** Something of `now` is different. */
  changed(): void
  /** There is a voice to read aloud with. */
  canSpeak(): void
  /** The button that had the focus is gone. */
  lostFocus(): void
}

export class Show {
  index = -1
  /** Wanted by the person; while a question waits for its answer, too. */
  playing = false
  begun = false
  over = false
  readonly voice: Voice
  private readonly board: Board
  private readonly figures: Figures
  private readonly place: Place
  private readonly player: Player
  private replying = false

  constructor(
    readonly scenes: Scene[],
    private readonly around: Around,
  ) {
    this.board = new Board(around.places)
    this.figures = new Figures(around.room)
    this.place = new Place(around.keep)
    this.voice = new Voice(around.language, () => around.canSpeak())
    this.player = new Player(this.voice, {
      sentence: (index) => this.board.sentence(index),
      mouth: (mouth) => this.figures?.mouth(mouth),
      done: () => this.said(),
    })
  }

  go(index: number) {
    const scene = this.scenes[index]
    if (!scene) return
    const moved = this.index >= 0
    this.index = index
    this.over = this.replying = false
    this.figures.take(scene)
    this.board.turn(scene.slide)
    this.board.follow(index, this.figures.still || !moved)
    this.player.load(this.board.say(scene.speaker, scene.line), scene.recording)
    if (this.board.ask(scene, (reply) => this.answer(scene, reply))) this.around.lostFocus()
    if (moved) this.place.keep(index)
    if (this.playing) this.player.run()
    this.around.changed()
  }

  play() {
    if (this.over) this.go(0)
    this.playing = this.begun = true
    this.figures.move(true)
    this.player.run()
    this.around.changed()
  }

  pause() {
    this.playing = false
    this.figures.move(false)
    this.player.pause()
    this.board.sentence(undefined)
    this.around.changed()
  }

  /** Turns the page; at the last one it is over. */
  forward() {
    this.begun = true
    if (this.index + 1 < this.scenes.length) this.go(this.index + 1)
    else this.end()
  }

  back = () => this.go(Math.max(0, this.index - 1))

  skip() {
    this.pause()
    this.begun = true
    this.go(this.scenes.length - 1)
    this.end()
  }

  pace(rate: number) {
    this.player.rate = rate
    this.around.changed()
  }

  speak(on: boolean) {
    this.voice.on = on
    this.around.places.caption.setAttribute("aria-live", on ? "off" : "polite")
    if (this.player.running) {
      this.player.pause()
      this.player.run()
    }
  }

  /** Milliseconds until the end, at this pace. */
  left() {
    const later = this.scenes.slice(this.index + 1).reduce((sum, it) => sum + compile(it.line).ms, 0)
    return this.over ? 0 : this.player.left() + later / this.player.rate
  }

  leave = () => this.place.send()

  close() {
    this.pause()
    this.leave()
    this.voice.close()
    this.figures.close()
  }

  private answer(scene: Scene, index: number) {
    const reply = scene.replies?.[index]
    if (!reply) return
    this.begun = this.replying = true
    this.figures.take({ ...scene, mood: scene.mood === "puzzled" ? "bright" : scene.mood })
    this.player.load(this.board.say(scene.speaker, reply.reply))
    if (this.playing) this.player.run()
    this.around.changed()
  }

  private said() {
    const waits = (this.scenes[this.index]?.replies?.length ?? 0) > 0 && !this.replying
    this.board.sentence(undefined)
    if (waits) return this.around.changed()
    if (this.index + 1 < this.scenes.length) this.go(this.index + 1)
    else this.end()
  }

  private end() {
    this.over = true
    this.pause()
  }
}
