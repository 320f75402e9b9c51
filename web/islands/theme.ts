// Lets somebody choose the theme: the system's, light or dark. theme.ts at the root sets it before the first
// paint.
//
//   <fieldset data-controller="theme"><input type="radio" name="theme" value="auto"
//       data-theme-target="choice"
//     data-action="theme#choose"> … value="light" … value="dark" …</fieldset>     or buttons with the same
//       attributes

import { Controller } from "@hotwired/stimulus"

const NAMES: Record<string, string> = { light: "mitwerk", dark: "mitwerk-nacht" }

export default class Theme extends Controller<HTMLElement> {
  static targets = ["choice"]

  declare readonly choiceTargets: (HTMLInputElement | HTMLButtonElement)[]

  // Lifecycle

  connect() {
    this.show()
  }

  // Actions

  choose(event: Event) {
    const { value } = event.currentTarget as HTMLInputElement | HTMLButtonElement
    if (value in NAMES) {
      localStorage.setItem("theme", value)
      document.documentElement.dataset.theme = NAMES[value]
    } else {
      localStorage.removeItem("theme")
      delete document.documentElement.dataset.theme
    }
    this.show()
  }

  // Private

  private show() {
    const chosen = localStorage.getItem("theme") ?? "auto"
    for (const choice of this.choiceTargets) {
      if (choice instanceof HTMLInputElement) choice.checked = choice.value === chosen
      else choice.setAttribute("aria-pressed", String(choice.value === chosen))
    }
  }
}
