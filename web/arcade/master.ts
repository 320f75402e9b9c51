// The quizmaster: asks, passes an answer on, says what came back, and knows when the round is over.

import { ending } from "./ending"
import type { Given, Item, Verdict } from "./kinds"
import type { Parts } from "./parts"
import { Wire } from "./wire"

export class Master {
  sending = false
  private waiting = false
  /** Whether the round went on somewhere else, too: on another device, for instance. */
  private behind = false
  private readonly wire: Wire

  constructor(private readonly parts: Parts) {
    const { course, links, list } = parts
    this.wire = new Wire(links.answers, course.round.id, () => this.wait())
    list.give = (given) => void this.give(given)
  }

  /** Begins, or goes on where somebody was; an answer that had not arrived goes out first. */
  open(note: string | undefined) {
    const { course, counter, list, text } = this.parts
    if (course.passed) return void this.end()
    const kept = this.wire.kept()
    const index = course.items.findIndex((item) => item.id === kept?.item_id && !item.done)
    if (index >= 0) course.index = index
    this.ask()
    if (list.wanted) this.asList(true)
    counter.say({ tone: "plain", lead: note ?? text(course.won > 0 ? "welcome-back" : "welcome") })
    if (kept && index >= 0) void this.give(kept)
  }

  async give(answer: Omit<Given, "item_id">): Promise<Verdict | undefined> {
    const { course, counter, diary, links, text } = this.parts
    const item = course.item
    if (this.sending || item.done) return undefined
    const given = { ...answer, item_id: item.id }
    this.sending = true
    counter.offer(undefined)
    diary.note({ what: "given", item: item.id, words: "" })
    const reply = await this.wire.send(given)
    this.sending = this.waiting = false
    if ("verdict" in reply) {
      this.settle(item, given, reply.verdict)
      return reply.verdict
    }
    if ("gone" in reply) links.begin(text("gone"))
    else if ("refused" in reply) counter.say({ tone: "wrong", lead: reply.refused })
    else {
      counter.say({ tone: "wrong", lead: text("signed-out") })
      counter.offer(text("sign-in"), () => links.anew(text("welcome-back")))
    }
    return undefined
  }

  /** Shows the round as a list, or as the game again; both stand at the same question. */
  asList(on: boolean) {
    const { counter, controls, course, hall, list, world } = this.parts
    list.wanted = list.shown = on
    hall.game.hidden = on
    controls.listing(on)
    if (!on) world.show(course.item, hall)
    const home = on ? list.element : hall.game
    home.append(counter.element)
  }

  /** Something happened to this round in another tab. */
  elsewhere() {
    const { course, links, text } = this.parts
    if (!this.sending && !course.passed) links.anew(text("moved"))
  }

  close() {
    this.wire.close()
  }

  private ask() {
    const { card, controls, counter, course, diary, hall, list, world } = this.parts
    const { item } = course
    card.show()
    counter.face("calm")
    counter.offer(undefined)
    controls.keys(hall.sign(0), hall.sign(Math.max(0, item.options.length - 1)), Boolean(item.hint))
    if (list.shown) list.draw()
    else world.show(item, hall)
    diary.note({ what: "asked", item: item.id, words: item.prompt })
  }

  private settle(item: Item, given: Given, verdict: Verdict) {
    const { card, course, counter, diary, hall, links, list, motion, text, world } = this.parts
    course.note(given, verdict)
    links.changed(course.round)
    this.behind = verdict.left !== course.left
    if (this.behind && !verdict.correct) return links.anew(text("moved"))
    const right = verdict.correct || (verdict.wrong.length === 0 && verdict.right.length > 0)
    const what = right ? "right" : "wrong"
    const lead = list.shown ? text(`list-${what}`) : world.judge(verdict, given, item, hall)
    const { scene, feedback: why } = verdict
    const place = right || scene === undefined ? undefined : `${links.talk}#scene-${scene}`
    counter.say({ tone: what, lead, why, place })
    counter.face(right ? "bright" : "worried")
    counter.recount()
    card.recount()
    hall.play(what)
    diary.note({ what, item: item.id, words: `${item.prompt} ${lead} ${why}` })
    this.offer(item, verdict)
    if (list.shown) {
      list.draw()
      list.refocus()
    }
    counter.reveal(!motion.still)
  }

  private offer(item: Item, verdict: Verdict) {
    const { counter, course, text } = this.parts
    const over = verdict.passed || course.passed
    if (over) counter.offer(text("to-end"), () => this.end().focus())
    else if (item.done) counter.offer(text("next"), () => this.goOn())
    else if (course.others) counter.offer(text("later"), () => this.goOn(), true)
  }

  private goOn() {
    const { card, course, counter, hall, links, list, text } = this.parts
    if (this.behind) return links.anew(text("moved"))
    course.advance()
    hall.play("next")
    this.ask()
    counter.say({ tone: "plain", lead: text(course.item.tried.length > 0 ? "open-again" : "asked") })
    const heading = list.shown ? list.heading : card.heading
    heading?.focus()
  }

  private end(): HTMLElement {
    const { course, diary, hall, links, place, text, world } = this.parts
    const { element, heading } = ending(world.end(hall), text, links)
    diary.note({ what: "ended", item: course.item.id, words: "" })
    place.replaceChildren(element)
    hall.play("end")
    return heading
  }

  private wait() {
    const { counter, diary, course, text } = this.parts
    if (!this.waiting) counter.say({ tone: "plain", lead: text("waiting") })
    this.waiting = true
    counter.offer(text("send-now"), () => this.wire.again(), true)
    diary.note({ what: "waiting", item: course.item.id, words: "" })
  }
}
