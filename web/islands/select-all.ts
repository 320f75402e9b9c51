// Chooses all rows of a list at once and says how many are chosen.
//
//   <form data-controller="select-all"><input type="checkbox" data-select-all-target="all"
//       data-action="select-all#all">
//     <input type="checkbox" name="ids" data-select-all-target="one" data-action="select-all#one">
//     <div data-select-all-target="bar" hidden><span data-select-all-target="count">0</span> …</div></form>

import { Controller } from "@hotwired/stimulus"

export default class SelectAll extends Controller<HTMLElement> {
  static targets = ["all", "one", "count", "bar"]

  declare readonly allTargets: HTMLInputElement[]
  declare readonly oneTargets: HTMLInputElement[]
  declare readonly countTargets: HTMLElement[]
  declare readonly barTargets: HTMLElement[]

  // Lifecycle

  connect() {
    this.one()
  }

  oneTargetConnected() {
    this.one()
  }

  oneTargetDisconnected() {
    this.one()
  }

  // Actions

  all(event: Event) {
    const { checked } = event.target as HTMLInputElement
    for (const box of this.oneTargets) if (!box.disabled) box.checked = checked
    this.one()
  }

  one() {
    const chosen = this.oneTargets.filter((box) => box.checked).length
    for (const box of this.allTargets) {
      box.checked = chosen > 0 && chosen === this.oneTargets.length
      box.indeterminate = chosen > 0 && !box.checked
    }
    for (const place of this.countTargets) place.textContent = String(chosen)
    for (const bar of this.barTargets) bar.hidden = chosen === 0
  }
}
