// The shared document with all that belongs to it: the copy in this browser, who is here, and the way to the
// server.

import { IndexeddbPersistence } from "y-indexeddb"
import { Awareness } from "y-protocols/awareness"
import * as Y from "yjs"
import { Provider, type Told } from "./provider"
import { Receipts } from "./receipts"

const LONGEST_WAIT_MS = 3000

export class Room {
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly receipts: Receipts
  private store: IndexeddbPersistence | null
  private provider?: Provider
  private over = false

  /** The copy is named by the person, too, because two people may share a browser. */
  constructor(
    person: string,
    room: string,
    private url: string,
    private writable: boolean,
  ) {
    this.store = kept(`mitwerk:${person}:${room}`, this.doc)
    this.receipts = new Receipts(this.store)
  }

  /**
   * Reads the copy, at most for LONGEST_WAIT_MS, and only then asks the server. `read` tells when the first
   * is done.
   */
  async enter(told: Told, read: () => void) {
    await Promise.race([this.readCopy(), waited()])
    if (this.over) return
    if (!this.empty) read()
    this.provider = new Provider(this.doc, this.awareness, this.url, this.receipts, this.writable, told)
  }

  get empty(): boolean {
    return this.doc.getXmlFragment("default").length === 0
  }

  readOnly() {
    this.provider?.readOnly()
  }

  leave() {
    this.over = true
    this.provider?.destroy()
    this.awareness.destroy()
    this.store?.destroy()
    this.doc.destroy()
  }

  private async readCopy() {
    await this.store?.whenSynced
    await this.receipts.load()
  }
}

/** A browser that keeps nothing (private windows of some) still writes; then only the server keeps it. */
function kept(name: string, doc: Y.Doc): IndexeddbPersistence | null {
  try {
    return new IndexeddbPersistence(name, doc)
  } catch {
    return null
  }
}

function waited(): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve, LONGEST_WAIT_MS))
}
