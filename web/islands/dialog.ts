// Opens and closes a native dialog, which keeps the focus inside and gives it back itself. Also registered
// as `sheet`.
//
//   <div data-controller="dialog"><button type="button" data-action="dialog#open">Wer genau?</button>
//     <dialog class="dialog" data-dialog-target="dialog">…<button
//       data-action="dialog#close">Schließen</button></dialog></div>
//   <button type="button" data-controller="sheet" data-sheet-for-value="mehr"
//       data-action="sheet#open">Mehr</button>
//
// A form inside that succeeds closes it, unless `stay` is true.

import { Controller } from "@hotwired/stimulus"

export default class Dialog extends Controller<HTMLElement> {
  static targets = ["dialog"]
  static values = { for: String, open: Boolean, stay: Boolean }

  declare readonly dialogTargets: HTMLDialogElement[]
  declare readonly forValue: string
  declare readonly openValue: boolean
  declare readonly stayValue: boolean
  private watched?: HTMLDialogElement

  // Lifecycle

  connect() {
    // Turbo keeps the page as it is left; it must not come back with a dialog in the way.
    document.addEventListener("turbo:before-cache", this.leave)
    if (this.openValue) this.open()
  }

  disconnect() {
    document.removeEventListener("turbo:before-cache", this.leave)
    this.unwatch()
    this.dialog?.close()
  }

  // Actions

  open(event?: Event) {
    event?.preventDefault()
    const dialog = this.dialog
    if (!dialog || dialog.open) return
    this.watch(dialog)
    dialog.showModal()
  }

  close(event?: Event) {
    event?.preventDefault()
    this.dialog?.close()
  }

  // Private

  private leave = () => this.dialog?.close()

  private get dialog(): HTMLDialogElement | null {
    const named = this.forValue ? document.getElementById(this.forValue) : null
    return named instanceof HTMLDialogElement ? named : (this.dialogTargets[0] ?? null)
  }

  private watch(dialog: HTMLDialogElement) {
    this.unwatch()
    this.watched = dialog
    dialog.addEventListener("click", this.clicked)
    dialog.addEventListener("turbo:submit-end", this.sent)
  }

  private unwatch() {
    this.watched?.removeEventListener("click", this.clicked)
    this.watched?.removeEventListener("turbo:submit-end", this.sent)
  }

  /** Beside the dialog lies its backdrop, whose clicks have the dialog itself as their target. */
  private clicked = (event: MouseEvent) => {
    const dialog = event.currentTarget as HTMLDialogElement
    if (event.target !== dialog) return
    const box = dialog.getBoundingClientRect()
    const inside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom
    if (!inside) dialog.close()
  }

  private sent = (event: Event) => {
    const { success } = (event as CustomEvent<{ success: boolean }>).detail
    if (success && !this.stayValue) this.dialog?.close()
  }
}
