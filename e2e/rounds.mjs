// A round as somebody plays it: with one wrong answer, which is explained and comes again, to the good end.
import assert from "node:assert/strict"
import { places } from "./hands.mjs"
import { known } from "./playing.mjs"

const STEPS_MAX = 40
const WRONG = {
  aufzug: "aufzug-pushed-wrong",
  schiessbude: "schiessbude-missed",
  kundengespraech: "kundengespraech-said-wrong",
  postverteiler: "postverteiler-came-back",
  reihenfolge: "reihenfolge-stands-wrong",
  aktenpaare: "aktenpaare-apart",
}

export class Table {
  /** `all` are the questions of the chapter, `words` the sentences of the games, `hand` is one of hands.mjs. */
  constructor(page, { game, all, words, hand }) {
    Object.assign(this, { page, game, all, words, hand })
    this.stage = page.locator("section.game")
    this.said = page.locator(".g-said")
    this.seen = new Map()
  }

  async begin() {
    await this.stage.getByRole("heading", { level: 2 }).waitFor()
  }

  /** The question that stands. */
  async asked() {
    const text = async (selector) => {
      const found = this.stage.locator(selector).last()
      return (await found.count()) > 0 ? (await found.textContent()).trim() : undefined
    }
    const says = (await text(".kg-guest-says"))?.replace(await text(".kg-guest-says > b"), "")
    const letter = await text(".pv-words")
    return known(this.all, { prompt: await text("#arcade-question"), says, texts: letter ? [letter] : [] })
  }

  /** The plate of an answer, a card, or a pigeonhole. */
  plate(text) {
    const exact = new RegExp(`(^|: )${escaped(text)}( ?, .*)?$`)
    if (this.game !== "aktenpaare") return this.stage.getByRole("button", { name: exact })
    return this.stage.locator(".ap-card", { has: this.page.locator(".ap-words", { hasText: exact }) })
  }

  /** Plays to the end; gives how often each question was asked. */
  async play() {
    const met = new Map()
    let missed
    for (let step = 0; step < STEPS_MAX; step++) {
      const question = await this.asked()
      met.set(question.key, (met.get(question.key) ?? 0) + 1)
      if (!missed) {
        missed = question.key
        await this.miss(question)
        await this.hand.push(this.page, this.words("stage-later"))
        continue
      }
      await this.solve(question)
      const over = this.stage.getByRole("button", { name: this.words("stage-to-end") })
      const next = this.stage.getByRole("button", { name: this.words("stage-next") })
      await over.or(next).waitFor()
      const last = await over.isVisible()
      await this.hand.push(this.page, this.words(last ? "stage-to-end" : "stage-next"))
      if (last) break
    }
    await this.ended()
    for (const [key, times] of met) assert.equal(times, key === missed ? 2 : 1, `${key} was asked ${times} times`)
    return met
  }

  /** The good end stands there, with its picture, its words, and the ways on. */
  async ended() {
    const { game, stage, words } = this
    await stage.getByRole("heading", { name: words(`${game}-end-title`), exact: true }).waitFor()
    await stage.getByText(words(`${game}-end-words`), { exact: true }).waitFor()
    await stage.getByRole("img", { name: words(`${game}-end-picture`), exact: true }).waitFor()
    await stage.getByRole("link", { name: words("stage-end-task") }).waitFor()
    await stage.getByRole("link", { name: words("stage-end-again") }).waitFor()
  }

  /** A wrong answer: its reason is said, and what was tried stays marked. */
  async miss(question) {
    const { game, page, said, stage, words } = this
    const why = await this[question.kind === "order" || question.kind === "pairs" ? question.kind : "wrong"](question)
    await page.locator(".g-said.oops", { hasText: why }).waitFor()
    await stage.getByRole("button", { name: words(WRONG[game]) }).first().waitFor()
    assert.ok((await said.textContent()).trim().length > why.length, "the host says nothing of his own")
  }

  async wrong(question) {
    const { text, why } = question.options.find((it) => !it.right)
    if (question.kind === "sort") await this.hand.post(this.page, this.plate(text))
    else await this.hand.choose(this.page, this.plate(text))
    return why
  }

  /** As dealt, which is never right; the first that stands wrong is explained. */
  async order(question) {
    const dealt = await places(this.page)
    const first = question.options.findIndex(({ text }, index) => dealt[index] !== text)
    await this.hand.push(this.page, this.words("reihenfolge-go"))
    return question.options.find(({ text }) => text === dealt[first]).why
  }

  async pairs({ key, options: [one, other] }) {
    await this.look(key)
    await this.pair(one.text, other.meaning)
    return one.why
  }

  async solve(question) {
    const { hand, page, said, stage, words } = this
    if (question.kind === "pairs") return this.match(question)
    const right = question.options.filter((it) => it.right)
    if (question.kind === "order") {
      await hand.file(page, right.map((it) => it.text))
      return hand.push(page, words("reihenfolge-go"))
    }
    for (const { text, why } of right) {
      if (question.kind === "sort") await hand.post(page, this.plate(text))
      else await hand.choose(page, this.plate(text))
      await said.filter({ hasText: why }).waitFor()
    }
    await stage.locator(".yes").first().waitFor()
  }

  async match({ key, options }) {
    await this.look(key)
    for (const [index, { text, meaning }] of options.entries()) {
      await this.pair(text, meaning)
      await this.stage.locator(".ap-card.yes").nth(2 * index + 1).waitFor()
    }
  }

  /** Learns which card is which; cards seen before lie where they lay. */
  async look(key) {
    const { hand, page, seen, stage, words } = this
    await hand.layOpen(page, words("aktenpaare-lie-open"))
    this.cards = seen.get(key) ?? new Map()
    if (seen.has(key)) return
    seen.set(key, this.cards)
    for (const card of await stage.locator(".ap-card").all()) {
      if ((await card.getAttribute("aria-disabled")) !== "true") this.cards.set(await hand.peek(card), card)
    }
  }

  async pair(one, other) {
    for (const text of [one, other]) await this.hand.choose(this.page, this.cards.get(text))
  }
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+")
}
