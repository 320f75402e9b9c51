// Joins the page to the stream of changes, see stream.ts. On the body of every page of a signed-in person:
//
//   <body data-controller="live" data-live-person-value="ID" data-live-url-value="/live">
//
// On `document` it dispatches
//   live:changed  detail
//       {"about":"document/ID","kind":"comment","verb":"wrote","space":"ID"|null,"actor":"ID"}
//   live:bell     the number beside the bell is another
//   live:resumed  something may have been missed
// and `bye` from the server (signed out, or a wall was closed) loads the page again.

import { Controller } from "@hotwired/stimulus"
import { Stream } from "./stream"

const TURN_MS = 1500

let stream: Stream | undefined
let ending = 0

export default class Live extends Controller<HTMLElement> {
  static values = { person: String, url: { type: String, default: "/live" } }

  declare readonly personValue: string
  declare readonly urlValue: string

  // Lifecycle

  connect() {
    clearTimeout(ending)
    if (stream?.person === this.personValue) return
    stream?.end()
    stream = new Stream(this.personValue, this.urlValue)
  }

  /**
   * Turbo exchanges the body on each visit: only a page without this controller, as after signing out, ends
   * it.
   */
  disconnect() {
    clearTimeout(ending)
    ending = window.setTimeout(() => {
      stream?.end()
      stream = undefined
    }, TURN_MS)
  }
}
