// Filters the one list of a document: everything, only the talk, only versions and sign-offs.
//
//   <section data-controller="timeline"><div class="pills" role="group">
//     <button class="pill" aria-current="true" data-timeline-target="pill" data-timeline-show-param="all"
//             data-action="timeline#show">Alles</button> … talk … versions …</div>
//     <ol class="tl"><li data-timeline-target="entry" data-kind="talk">…</li></ol>
//     <p data-timeline-target="none" hidden>…</p></section>

import { Controller } from "@hotwired/stimulus"

const KINDS: Record<string, string[]> = { talk: ["talk"], versions: ["version", "signoff"] }

export default class Timeline extends Controller<HTMLElement> {
  static targets = ["pill", "entry", "none"]

  declare readonly pillTargets: HTMLElement[]
  declare readonly entryTargets: HTMLElement[]
  declare readonly noneTargets: HTMLElement[]
  private chosen = "all"

  // Lifecycle

  /** Entries also arrive later, by stream or by morphing. */
  entryTargetConnected(entry: HTMLElement) {
    entry.hidden = !this.shows(entry)
  }

  // Actions

  show(event: Event & { params: { show: string } }) {
    event.preventDefault()
    this.chosen = event.params.show
    for (const pill of this.pillTargets) {
      const current = pill.getAttribute("data-timeline-show-param") === this.chosen
      if (current) pill.setAttribute("aria-current", "true")
      else pill.removeAttribute("aria-current")
    }
    for (const entry of this.entryTargets) entry.hidden = !this.shows(entry)
    const left = this.entryTargets.some((entry) => !entry.hidden)
    for (const place of this.noneTargets) place.hidden = left
    this.dispatch("shown")
  }

  // Private

  private shows(entry: HTMLElement): boolean {
    const kinds = KINDS[this.chosen]
    return !kinds || kinds.includes(entry.dataset.kind ?? "")
  }
}
