// A round of a chapter as a game. Without a script the server's own form of the round stands; with one, the
// stage and the one game that is played are fetched, and take its place.
//
//   <section data-controller="arcade" data-arcade-game-value="schiessbude" data-arcade-answers-value="…"
//            data-arcade-talk-value="…" data-arcade-task-value="…" data-arcade-again-value="…">
//     <script type="application/json" data-arcade-target="round">{id, game, items}</script>
//     <script type="application/json" data-arcade-target="texts">{…}</script>
//     <div data-arcade-target="stage" hidden></div>
//     <div data-arcade-target="list">…the form…</div></section>

import { Controller } from "@hotwired/stimulus"
import { visit } from "@hotwired/turbo"
import type { Stage } from "./stage"
import type { World } from "./world"

const NOTE = "arcade:note"
const WORLDS = import.meta.glob<{ default: World }>(
  "./{aufzug,schiessbude,reihenfolge,postverteiler,kundengespraech,aktenpaare}.ts",
)

export default class Arcade extends Controller<HTMLElement> {
  static targets = ["round", "texts", "stage", "list"]
  static values = { game: String, answers: String, talk: String, task: String, again: String }

  declare readonly roundTarget: HTMLElement
  declare readonly textsTarget: HTMLElement
  declare readonly stageTarget: HTMLElement
  declare readonly listTarget: HTMLElement
  declare readonly gameValue: string
  declare readonly answersValue: string
  declare readonly talkValue: string
  declare readonly taskValue: string
  declare readonly againValue: string
  private stage: Stage | undefined

  // Lifecycle

  async connect() {
    const fetchWorld = WORLDS[`./${this.gameValue}.ts`]
    if (!fetchWorld) return
    const [{ Stage }, { default: world }] = await Promise.all([import("./stage"), fetchWorld()])
    if (!this.element.isConnected || this.stage) return
    const [round, texts] = [this.roundTarget, this.textsTarget].map((it) => JSON.parse(it.textContent ?? ""))
    this.stage = new Stage(this.stageTarget, world, round, texts, {
      answers: this.answersValue,
      talk: this.talkValue,
      task: this.taskValue,
      again: this.againValue,
      anew: (words) => go(words, location.href),
      begin: (words) => go(words, this.againValue),
      // Turbo may show this page again as it was left.
      changed: (now) => (this.roundTarget.textContent = JSON.stringify(now)),
    })
    this.listTarget.hidden = true
    this.stageTarget.hidden = false
    this.stage.open(sessionStorage.getItem(NOTE) ?? undefined)
    sessionStorage.removeItem(NOTE)
  }

  disconnect() {
    this.stage?.close()
    this.stage = undefined
    this.stageTarget.hidden = true
    this.listTarget.hidden = false
  }
}

/** The next game that opens says the words. */
function go(words: string, address: string) {
  sessionStorage.setItem(NOTE, words)
  visit(address, { action: "replace" })
}
