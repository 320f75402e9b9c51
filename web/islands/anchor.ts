// Ties talk to passages: a selection becomes the quote of a comment, and passages that are talked about are
// painted. The markup is in README.md. Everything works by keyboard: select, then Alt+Enter or the button of
// the composer.

import { Controller } from "@hotwired/stimulus"
import { bring, paint, unpaint, type Painted } from "./paint"
import type { Quote } from "./passage"
import { places } from "./places"
import { chosen, quoted, WriteHere } from "./selection"

const PAUSE_MS = 200
const REPAINTS = ["timeline:shown", "refresh:done", "editor:ready", "pdf:drawn"]
const PARTS = ["quote", "prefix", "suffix", "page"] as const
const NOTHING = { quote: "", prefix: "", suffix: "", page: "" }

export default class Anchor extends Controller<HTMLElement> {
  static targets = ["text", "comment", "shown", "words", "reply", ...PARTS]
  static values = { label: String, note: String }

  declare readonly textTargets: HTMLElement[]
  declare readonly commentTargets: HTMLElement[]
  declare readonly shownTargets: HTMLElement[]
  declare readonly wordsTargets: HTMLElement[]
  declare readonly replyTargets: HTMLElement[]
  declare readonly labelValue: string
  declare readonly noteValue: string
  private gone = new AbortController()
  private changes = new MutationObserver((records) => records.some(ofText) && this.soon())
  private sizes = new ResizeObserver(() => this.soon())
  private button = new WriteHere("", () => {})
  private painted: Painted[] = []
  private wanted = ""
  private pause = 0

  // Lifecycle

  connect() {
    this.gone = new AbortController()
    const { signal } = this.gone
    document.addEventListener("selectionchange", this.selected, { signal })
    document.addEventListener("keydown", this.pressed, { signal })
    for (const event of REPAINTS) this.element.addEventListener(event, this.soon, { signal })
    this.element.addEventListener("editor:discuss", () => this.take(), { signal })
    this.element.addEventListener("turbo:submit-end", this.sent, { signal })
    this.button = new WriteHere(this.labelValue, () => this.take())
  }

  disconnect() {
    this.gone.abort()
    this.changes.disconnect()
    this.sizes.disconnect()
    clearTimeout(this.pause)
    unpaint()
    this.button.remove()
    for (const notes of this.element.querySelectorAll(".notes")) notes.remove()
  }

  textTargetConnected(text: HTMLElement) {
    this.changes.observe(text, { childList: true, characterData: true, subtree: true })
    this.sizes.observe(text)
    this.soon()
  }

  commentTargetConnected = () => this.soon()
  commentTargetDisconnected = () => this.soon()

  // Actions

  /** Takes the selection over into the composer. */
  take(event?: Event) {
    event?.preventDefault()
    const selection = quoted(chosen(this.element), this.textTargets)
    if (selection) this.fill(selection)
    this.button.remove()
    this.replyTargets[0]?.focus()
  }

  clear(event?: Event) {
    event?.preventDefault()
    this.fill(NOTHING)
    this.replyTargets[0]?.focus()
  }

  /** From the quote of a comment to the passage. */
  show(event: Event) {
    const comment = (event.currentTarget as HTMLElement).closest<HTMLElement>("[data-anchor-id]")
    const found = this.painted.find((passage) => passage.id === comment?.dataset.anchorId)
    if (found) bring(found.range)
    else if (comment?.dataset.anchorPage) this.turnTo(comment)
    else return
    event.preventDefault()
  }

  // Private

  private soon = () => {
    clearTimeout(this.pause)
    this.pause = window.setTimeout(() => this.paint(), PAUSE_MS)
  }

  private paint() {
    this.painted = places(this.textTargets, this.commentTargets, this.noteValue)
    paint(this.textTargets, this.painted, (id) => this.goToComment(id))
    const wanted = this.painted.find((passage) => passage.id === this.wanted)
    if (!wanted) return
    bring(wanted.range)
    this.wanted = ""
  }

  /** A page of a PDF has no letters before it is drawn: asks for it, and shows the passage later. */
  private turnTo({ dataset }: HTMLElement) {
    this.wanted = dataset.anchorId ?? ""
    for (const text of this.textTargets)
      this.dispatch("page", { target: text, detail: { page: Number(dataset.anchorPage) } })
  }

  private goToComment(id: string) {
    const comment = this.commentTargets.find(({ dataset }) => dataset.anchorId === id)
    comment?.scrollIntoView({ block: "center" })
    comment?.querySelector<HTMLElement>("a.quote, a, button")?.focus({ preventScroll: true })
  }

  private selected = () => this.button.follow(chosen(this.element), this.textTargets)

  private pressed = (event: KeyboardEvent) => {
    if (event.key === "Enter" && event.altKey && chosen(this.element)) this.take(event)
  }

  private sent = (event: Event) => {
    const { success } = (event as CustomEvent<{ success: boolean }>).detail
    const mine = (event.target as Element).querySelector('[data-anchor-target~="quote"]')
    if (success && mine) this.fill(NOTHING)
  }

  private fill(quote: Quote) {
    for (const part of PARTS) {
      const fields = this.targets.findAll(part) as HTMLInputElement[]
      for (const field of fields) field.value = quote[part]
    }
    for (const place of this.wordsTargets) place.textContent = quote.quote
    for (const place of this.shownTargets) place.hidden = quote.quote === ""
  }
}

function ofText({ target }: MutationRecord): boolean {
  const element = target instanceof Element ? target : target.parentElement
  return !element?.closest(".notes")
}
