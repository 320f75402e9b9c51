// Counts the changes made here for which the server has not said yet that they are durable. The count is
// kept beside the text in the browser's database, so that it is still known when the tab is opened again
// without a connection.
//
// Each message that was sent stands for some changes; the server's receipt names a number of messages.

import type { IndexeddbPersistence } from "y-indexeddb"

const KEY = "unacknowledged"

export class Receipts {
  waiting = 0
  /** Whether the server's own question was answered on this connection, so that updates may follow it. */
  ready = false
  savedAt?: Date
  private unsent = 0
  private messages: number[] = []
  private counted = 0

  constructor(private store: IndexeddbPersistence | null) {}

  /** Must have ended before the first connection, or changes of an earlier visit were not counted. */
  async load() {
    const kept = this.store && (await this.store.get(KEY).catch(() => 0))
    this.waiting += Number(kept) || 0
    this.unsent = this.waiting
  }

  isLoading(origin: unknown): boolean {
    return this.store !== null && origin === this.store
  }

  wrote() {
    this.waiting += 1
    this.unsent += 1
    this.keep()
  }

  sent() {
    this.messages.push(this.unsent)
    this.unsent = 0
  }

  /**
   * The answer to the server's question holds all that waited. An empty one means that the server has it
   * all.
   */
  answered(counts: boolean) {
    this.ready = true
    if (counts) return this.sent()
    const had = this.unsent
    this.unsent = 0
    this.durable(had)
  }

  acknowledged(durable: number) {
    let had = 0
    for (; this.counted < durable && this.messages.length > 0; this.counted += 1)
      had += this.messages.shift()!
    this.durable(had)
  }

  lost() {
    this.ready = false
    this.messages = []
    this.counted = 0
    this.unsent = this.waiting
  }

  private durable(changes: number) {
    if (changes === 0) return
    this.waiting -= changes
    if (this.waiting === 0) this.savedAt = new Date()
    this.keep()
  }

  private keep() {
    this.store?.set(KEY, this.waiting).catch(() => {})
  }
}
