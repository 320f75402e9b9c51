// A page that several people write at once. The text lives in a shared document (Yjs) that is kept in this
// browser and exchanged with the server; the editor (TipTap) only shows it. Markup and texts are in
// README.md.
//
// Nothing is shown before it is known: until the browser's own copy or the server's has arrived, the page
// drawn by the server stays where it is.

import { Controller } from "@hotwired/stimulus"
import { Editor } from "@tiptap/core"
import { fill, type Texts } from "../islands/texts"
import { letFlagsGo, writer } from "./carets"
import { extensions } from "./extensions"
import { askForLink } from "./links"
import { keepForLater } from "./offline"
import { Pictures } from "./pictures"
import { sayWhoIsHere } from "./present"
import { Room } from "./room"
import { StateLine } from "./state-line"
import { Toolbar } from "./toolbar"

export default class PageEditor extends Controller<HTMLElement> {
  static targets = ["text", "toolbar", "state", "people", "readonly"]
  static values = {
    url: String,
    room: String,
    personId: String,
    personName: String,
    writable: Boolean,
    uploadUrl: { type: String, default: "/api/v1/documents" },
    imageSrc: { type: String, default: "/documents/{id}/content" },
    space: String,
    peopleUrl: String,
    texts: Object,
  }

  declare readonly textTarget: HTMLElement
  declare readonly toolbarTargets: HTMLElement[]
  declare readonly stateTargets: HTMLElement[]
  declare readonly peopleTargets: HTMLElement[]
  declare readonly readonlyTargets: HTMLElement[]
  declare readonly urlValue: string
  declare readonly roomValue: string
  declare readonly personIdValue: string
  declare readonly personNameValue: string
  declare readonly writableValue: boolean
  declare readonly uploadUrlValue: string
  declare readonly imageSrcValue: string
  declare readonly spaceValue: string
  declare readonly peopleUrlValue: string
  declare readonly textsValue: Texts
  private ends: (() => void)[] = []
  private room?: Room
  private editor?: Editor
  private line?: StateLine
  private connected = false
  private synced = false
  private refused = false

  // Lifecycle

  connect() {
    const room = new Room(this.personIdValue, this.roomValue, this.urlValue, this.writableValue)
    this.room = room
    this.line = new StateLine(this.stateTargets[0], this.textsValue)
    this.ends = [sayWhoIsHere(room.awareness, this.personIdValue, this.peopleTargets, this.textsValue)]
    this.show()
    room.enter(
      {
        connected: (on) => this.show({ connected: on }),
        synced: () => this.show({ synced: true }),
        refused: () => this.refuse(),
        counted: () => this.show(),
      },
      () => this.mount(),
    )
  }

  disconnect() {
    for (const end of this.ends.splice(0)) end()
    this.editor?.destroy()
    this.room?.leave()
    this.room = this.editor = undefined
    this.connected = this.synced = this.refused = false
  }

  // Private

  private show(news: { connected?: boolean; synced?: boolean } = {}) {
    Object.assign(this, news)
    if (!this.room) return
    if (this.synced) this.mount()
    const { waiting, savedAt } = this.room.receipts
    const { connected, synced, refused } = this
    this.line?.show({ connected, synced, refused, waiting, savedAt, reading: !this.writableValue })
  }

  private refuse() {
    this.refused = true
    this.room?.readOnly()
    this.editor?.setEditable(false)
    for (const notice of this.readonlyTargets) notice.hidden = false
    this.show()
  }

  private mount() {
    if (this.editor || !this.room) return
    const { doc, awareness } = this.room
    const texts = this.textsValue
    const place = { url: this.uploadUrlValue, space: this.spaceValue, src: this.imageSrcValue, texts }
    const pictures = new Pictures(() => this.editor, place)
    const me = writer(this.personIdValue, this.personNameValue, doc.clientID)
    this.clear()
    const attributes = {
      class: "prose",
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": fill(texts, "label"),
      "aria-describedby": "editor-keys",
    }
    const editor = new Editor({
      element: this.textTarget,
      extensions: extensions({ doc, awareness, me, peopleUrl: this.peopleUrlValue, pictures, texts }),
      injectCSS: false,
      editable: this.writableValue && !this.refused,
      editorProps: { attributes },
    })
    this.editor = editor
    const anchored = this.element.closest('[data-controller~="anchor"]') !== null
    const discuss = anchored ? () => void this.dispatch("discuss") : undefined
    const deeds = { link: () => askForLink(editor, texts), picture: () => pictures.choose(), discuss }
    const bars = this.toolbarTargets.map((element) => new Toolbar(element, editor, texts, deeds))
    this.ends.push(letFlagsGo(awareness, this.textTarget), ...bars.map((bar) => () => bar.destroy()))
    this.dispatch("ready")
    if (this.writableValue) keepForLater()
  }

  /** Takes away what the server drew, but not the layer of notes above it. */
  private clear() {
    for (const drawn of [...this.textTarget.childNodes]) {
      if (!(drawn instanceof Element && drawn.matches(".notes"))) drawn.remove()
    }
  }
}
