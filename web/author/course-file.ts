// A file of a course while it is written: numbered lines, checked with the whole course after each pause, and
// kept on this device until the server has it, together with the tag of the text it was made from, so that a
// colleague's text is never overwritten unseen.
//
//   <div data-controller="course-file" …>, see features/learning/src/authoring/file.html

import { Controller } from "@hotwired/stimulus"
import { fill, type Texts } from "../islands/texts"
import { Checker } from "./checker"
import { Kept, type Text } from "./kept"
import { Lines } from "./lines"
import { offer, questionAt } from "./questions"
import { report, wrongLines } from "./report"

const PAUSE_MS = 500

export default class CourseFile extends Controller<HTMLElement> {
  static targets = ["form", "text", "base", "sheet", "mirror", "state", "restored", "asked"]
  static values = { key: String, check: String, unsaved: Boolean, texts: Object }

  declare readonly formTarget: HTMLFormElement
  declare readonly textTarget: HTMLTextAreaElement
  declare readonly baseTarget: HTMLInputElement
  declare readonly sheetTarget: HTMLElement
  declare readonly mirrorTarget: HTMLElement
  declare readonly stateTargets: HTMLElement[]
  declare readonly restoredTarget: HTMLElement
  declare readonly askedTargets: HTMLSelectElement[]
  declare readonly keyValue: string
  declare readonly checkValue: string
  declare unsavedValue: boolean
  declare readonly textsValue: Texts
  private lines!: Lines
  private pause = 0
  private served: Text = { text: "", base: "" }
  private checker!: Checker
  private kept!: Kept

  // Lifecycle

  connect() {
    this.lines = new Lines(this.mirrorTarget)
    this.kept = new Kept(this.keyValue)
    this.checker = new Checker(this.checkValue, (html) => this.report(html), () => this.tell("away"))
    this.served = this.now
    const kept = this.unsavedValue ? undefined : this.kept.read()
    this.restoredTarget.hidden = !kept || kept.text === this.served.text
    if (kept && !this.restoredTarget.hidden) this.now = kept
    this.sheetTarget.classList.add("numbered")
    this.keep()
    this.redraw()
    this.lines.mark(wrongLines(this.element))
    this.hash()
    if (this.isUnsaved) void this.checker.ask(this.formTarget)
  }

  disconnect() {
    clearTimeout(this.pause)
    this.checker.stop()
    this.keep()
  }

  // Actions

  typed() {
    this.redraw()
    clearTimeout(this.pause)
    this.pause = window.setTimeout(() => {
      this.keep()
      void this.checker.ask(this.formTarget)
    }, PAUSE_MS)
  }

  keep() {
    this.kept.write(this.isUnsaved ? this.now : undefined)
    this.tell(this.isUnsaved ? "unsaved" : "saved")
  }

  /** The server has it: what is kept here is no longer needed. */
  sent(event: CustomEvent<{ success: boolean }>) {
    if (!event.detail.success) return
    this.unsavedValue = false
    this.served.text = this.textTarget.value
    this.keep()
  }

  discard() {
    this.now = this.served
    this.restoredTarget.hidden = true
    this.typed()
    this.textTarget.focus()
  }

  /** Takes along what stands in the field, for a round of it. */
  carry({ currentTarget }: Event) {
    this.keep()
    for (const [name, value] of Object.entries(this.now)) {
      const field = (currentTarget as HTMLFormElement).elements.namedItem(name)
      if (field instanceof HTMLInputElement) field.value = value
    }
  }

  jump(event: Event & { params: { line: number } }) {
    event.preventDefault()
    this.lines.goTo(this.textTarget, event.params.line)
  }

  hash() {
    this.lines.goTo(this.textTarget, Number(/^#line-(\d+)$/.exec(location.hash)?.[1]))
  }

  /** The question in which the cursor stands is the one to be tried. */
  moved() {
    if (document.activeElement !== this.textTarget) return
    const key = questionAt(this.textTarget.value, this.textTarget.selectionStart)?.key ?? ""
    for (const select of this.askedTargets) select.value = key
  }

  // Private

  private get now(): Text {
    return { text: this.textTarget.value, base: this.baseTarget.value }
  }

  private set now({ text, base }: Text) {
    this.textTarget.value = text
    this.baseTarget.value = base
  }

  private get isUnsaved(): boolean {
    return this.unsavedValue || this.textTarget.value !== this.served.text
  }

  private redraw() {
    this.lines.draw(this.textTarget.value)
    for (const select of this.askedTargets) offer(select, this.textTarget.value)
  }

  private tell(state: string) {
    const words = fill(this.textsValue, state)
    for (const it of this.stateTargets) if (it.textContent !== words) it.textContent = words
  }

  private report(html: string) {
    report(html, this.element)
    this.lines.mark(wrongLines(this.element))
  }
}
