// Starts Turbo and Stimulus on every page. What is heavy is fetched when a page that needs it arrives.

import * as Turbo from "@hotwired/turbo"
import { Application } from "@hotwired/stimulus"
import Arcade from "./arcade/arcade"
import { answerInADialog } from "./islands/confirm"
import Anchor from "./islands/anchor"
import Autosave from "./islands/autosave"
import Composer from "./islands/composer"
import Copy from "./islands/copy"
import Dialog from "./islands/dialog"
import { goToFault } from "./islands/fault"
import Filter from "./islands/filter"
import Live from "./islands/live"
import Markup from "./islands/markup"
import Menu from "./islands/menu"
import Paste from "./islands/paste"
import Palette from "./islands/palette"
import Refresh from "./islands/refresh"
import Since from "./islands/since"
import SelectAll from "./islands/select-all"
import Theme from "./islands/theme"
import Timeline from "./islands/timeline"
import Toast from "./islands/toast"
import Upload from "./islands/upload"

const NEVER_MS = 2 ** 31 - 1

// Turbo's own progress bar writes a style element, which the policy of the pages refuses; base.css draws
// ours.
Turbo.config.drive.progressBarDelay = NEVER_MS
// A disabled button loses the focus, and who works by keyboard her place.
Turbo.config.forms.submitter = "aria-disabled"
Turbo.config.forms.confirm = answerInADialog

const application = Application.start()
application.register("anchor", Anchor)
application.register("arcade", Arcade)
application.register("autosave", Autosave)
application.register("composer", Composer)
application.register("copy", Copy)
application.register("dialog", Dialog)
application.register("filter", Filter)
application.register("live", Live)
application.register("markup", Markup)
application.register("menu", Menu)
application.register("palette", Palette)
application.register("paste", Paste)
application.register("refresh", Refresh)
application.register("select-all", SelectAll)
application.register("sheet", Dialog)
application.register("since", Since)
application.register("theme", Theme)
application.register("timeline", Timeline)
application.register("toast", Toast)
application.register("upload", Upload)

// A link to a place on the same page only goes there; Turbo would fetch the page once more.
document.addEventListener("turbo:click", (event) => {
  const to = new URL((event as CustomEvent<{ url: string }>).detail.url)
  const isHere = to.pathname === location.pathname && to.search === location.search
  if (to.hash && isHere) event.preventDefault()
})

let editor: Promise<void> | undefined
let pdf: Promise<void> | undefined
let talk: Promise<void> | undefined
let courseFile: Promise<void> | undefined

function fetchWhatIsNeeded() {
  if (document.querySelector('[data-controller~="editor"]')) {
    editor ??= import("./editor").then((part) => application.register("editor", part.default))
  }
  if (document.querySelector('[data-controller~="pdf"]')) {
    pdf ??= import("./pdf").then((part) => application.register("pdf", part.default))
  }
  if (document.querySelector('[data-controller~="talk"]')) {
    talk ??= import("./talk/talk").then((part) => application.register("talk", part.default))
  }
  if (document.querySelector('[data-controller~="course-file"]')) {
    courseFile ??= import("./author/course-file").then((part) =>
      application.register("course-file", part.default),
    )
  }
}

fetchWhatIsNeeded()
for (const moment of ["turbo:load", "turbo:render", "turbo:frame-load"]) {
  document.addEventListener(moment, fetchWhatIsNeeded)
}
for (const moment of ["turbo:load", "turbo:render"]) document.addEventListener(moment, goToFault)
