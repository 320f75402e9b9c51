// Where people write: the text grows, Ctrl+Enter sends, "@" offers those who may read along.
//
//   <form class="composer a-wir" data-controller="composer autosave"
//       data-composer-people-url-value="/people/names"
//         data-composer-people-label-value="Menschen" data-action="turbo:submit-end->composer#sent …">
//     <textarea data-composer-target="text" data-autosave-target="field" …></textarea>
//     <button type="button" data-action="composer#mention" aria-label="Jemanden ansprechen">…</button></form>
//
// The server finds the person behind "@Full Name" among those who may read the thing.

import { Controller } from "@hotwired/stimulus"
import { Mention } from "./mention"

export default class Composer extends Controller<HTMLFormElement> {
  static targets = ["text"]
  static values = { peopleUrl: String, peopleLabel: String }

  declare readonly textTarget: HTMLTextAreaElement
  declare readonly peopleUrlValue: string
  declare readonly peopleLabelValue: string
  private mentions = new Map<HTMLTextAreaElement, Mention>()

  // Lifecycle

  textTargetConnected(text: HTMLTextAreaElement) {
    text.addEventListener("keydown", this.pressed)
    text.addEventListener("input", this.grow)
    if (this.peopleUrlValue)
      this.mentions.set(text, new Mention(text, this.peopleUrlValue, this.peopleLabelValue))
    this.grow()
  }

  textTargetDisconnected(text: HTMLTextAreaElement) {
    text.removeEventListener("keydown", this.pressed)
    text.removeEventListener("input", this.grow)
    this.mentions.get(text)?.end()
    this.mentions.delete(text)
  }

  // Actions

  mention(event: Event) {
    event.preventDefault()
    this.mentions.get(this.textTarget)?.begin()
  }

  sent(event: CustomEvent<{ success: boolean }>) {
    if (!event.detail.success) return
    this.element.reset()
    this.dispatch("sent")
    window.requestAnimationFrame(this.grow)
  }

  // Private

  private pressed = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return
    event.preventDefault()
    this.element.requestSubmit()
  }

  /** Newer browsers grow by `field-sizing`; for the others the height follows what is written. */
  private grow = () => {
    if (CSS.supports("field-sizing", "content") || !this.element.isConnected) return
    const text = this.textTarget
    text.style.blockSize = "auto"
    text.style.blockSize = `${text.scrollHeight}px`
  }
}
