// Speaks y-websocket's protocol with the server: sync (0), awareness (1), auth (2). Beyond it, message 100
// asks for receipts: the server then answers 100 and how many of this connection's updates lie durably in
// its database. What counts as one: each sync update, and a sync step 2 that is not the two bytes of an
// empty update.

import * as decoding from "lib0/decoding"
import * as encoding from "lib0/encoding"
import * as presence from "y-protocols/awareness"
import * as sync from "y-protocols/sync"
import * as Y from "yjs"
import { Line } from "./line"
import type { Receipts } from "./receipts"

const SYNC = 0
const AWARENESS = 1
const AUTH = 2
const RECEIPT = 100
const EMPTY = new Uint8Array([0, 0])

export type Told = { connected(on: boolean): void; synced(): void; refused(): void; counted(): void }
type Moved = Record<"added" | "updated" | "removed", number[]>

export class Provider {
  private line: Line
  private over = new AbortController()
  private left: Record<string, unknown> | null = null

  constructor(
    private doc: Y.Doc,
    private awareness: presence.Awareness,
    url: string,
    private receipts: Receipts,
    private writable: boolean,
    private told: Told,
  ) {
    doc.on("update", this.changed)
    awareness.on("update", this.moved)
    window.addEventListener("pagehide", this.leave, { signal: this.over.signal })
    this.line = new Line(url, {
      opened: () => this.opened(),
      heard: (bytes) => this.heard(bytes),
      beat: () => this.askForAll(),
      closed: () => this.closed(),
    })
    this.line.open()
  }

  destroy() {
    this.over.abort()
    this.leave()
    this.doc.off("update", this.changed)
    this.awareness.off("update", this.moved)
    this.line.end()
  }

  /** Nothing more is sent, since nothing more would be taken. */
  readOnly() {
    this.writable = false
  }

  private opened() {
    this.post(RECEIPT)
    this.askForAll()
    const state = this.awareness.getLocalState() ?? this.left
    // Twice, because others take a state only when its clock is newer than what they last saw of this client.
    for (let times = 0; times < 2; times += 1) this.awareness.setLocalState(state)
    this.told.connected(true)
  }

  private heard(bytes: Uint8Array) {
    const decoder = decoding.createDecoder(bytes)
    const kind = decoding.readVarUint(decoder)
    if (kind === SYNC) this.exchange(decoder)
    if (kind === AWARENESS) {
      presence.applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this)
    }
    if (kind === AUTH) this.told.refused()
    if (kind === RECEIPT) {
      this.receipts.acknowledged(decoding.readVarUint(decoder))
      this.told.counted()
    }
  }

  private exchange(decoder: decoding.Decoder) {
    const step = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (step === sync.messageYjsSyncStep1) return this.answer(bytes)
    Y.applyUpdate(this.doc, bytes, this)
    if (step === sync.messageYjsSyncStep2) this.told.synced()
  }

  /**
   * What the server lacks. Deletions stand in every answer; where nothing waits here, it knows them already.
   */
  private answer(state: Uint8Array) {
    if (!this.writable) return
    const missing = Y.encodeStateAsUpdate(this.doc, state)
    const idle = this.receipts.waiting === 0 && Y.decodeUpdate(missing).structs.length === 0
    const empty = idle || missing.length <= EMPTY.length
    this.post(SYNC, (encoder) => {
      encoding.writeVarUint(encoder, sync.messageYjsSyncStep2)
      encoding.writeVarUint8Array(encoder, empty ? EMPTY : missing)
    })
    this.receipts.answered(!empty)
    this.told.counted()
  }

  private changed = (update: Uint8Array, origin: unknown) => {
    if (origin === this || this.receipts.isLoading(origin) || !this.writable) return
    this.receipts.wrote()
    if (this.receipts.ready && this.line.isOpen) {
      this.post(SYNC, (encoder) => sync.writeUpdate(encoder, update))
      this.receipts.sent()
    }
    this.told.counted()
  }

  private moved = ({ added, updated, removed }: Moved, origin: unknown) => {
    if (origin === this) return
    const update = presence.encodeAwarenessUpdate(this.awareness, [...added, ...updated, ...removed])
    this.post(AWARENESS, (encoder) => encoding.writeVarUint8Array(encoder, update))
  }

  private askForAll() {
    this.post(SYNC, (encoder) => sync.writeSyncStep1(encoder, this.doc))
  }

  /** Others should not see a caret of somebody who closed the page; who comes back to it has it again. */
  private leave = () => {
    this.left = this.awareness.getLocalState()
    presence.removeAwarenessStates(this.awareness, [this.doc.clientID], "leave")
  }

  private closed() {
    this.receipts.lost()
    const others = [...this.awareness.getStates().keys()].filter((client) => client !== this.doc.clientID)
    presence.removeAwarenessStates(this.awareness, others, this)
    this.told.connected(false)
  }

  private post(kind: number, write?: (encoder: encoding.Encoder) => void) {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, kind)
    write?.(encoder)
    this.line.send(encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>)
  }
}
