// One sentence and the way back. It stays 8 seconds, and as long as it has the focus or the pointer.
//
//   <div id="toasts" class="toasts" role="status"><div class="toast" data-controller="toast"><span>…</span>
//     <button class="btn" …>Zurückholen</button>
//     <button class="btn btn-icon" type="button" aria-label="…"
//       data-action="toast#close">…</button></div></div>

import { Controller } from "@hotwired/stimulus"

const STAYS_MS = 8000

export default class Toast extends Controller<HTMLElement> {
  private timer = 0

  // Lifecycle

  connect() {
    for (const event of ["focusin", "pointerenter"]) this.element.addEventListener(event, this.hold)
    for (const event of ["focusout", "pointerleave"]) this.element.addEventListener(event, this.release)
    this.element.setAttribute("data-turbo-temporary", "") // A page that Turbo kept must not say it again.
    this.release()
  }

  disconnect() {
    this.hold()
  }

  // Actions

  close() {
    this.element.remove()
  }

  // Private

  private hold = () => clearTimeout(this.timer)

  private release = () => {
    this.hold()
    this.timer = window.setTimeout(() => this.ended(), STAYS_MS)
  }

  private ended() {
    if (this.element.matches(":hover, :focus-within")) this.release()
    else this.close()
  }
}
