// Where somebody stands in a round: what is answered, what was found, which question comes next.

import type { Given, Item, Round, Verdict } from "./kinds"
import type { Memory } from "./memory"

export class Course {
  readonly items: Item[]
  index: number
  private readonly foundOf: Map<string, Map<string, string>>
  private readonly lastOf: Map<string, Given>

  constructor(
    readonly round: Round,
    private readonly memory: Memory,
  ) {
    const { found, last } = memory.read()
    this.foundOf = new Map(found.map(([item, pairs]) => [item, new Map(pairs)]))
    this.lastOf = new Map(last)
    this.items = round.items
    this.index = Math.max(0, this.nextOpen(-1))
  }

  get item(): Item {
    return this.items[this.index]!
  }

  get won(): number {
    return this.items.filter((item) => item.done).length
  }

  get left(): number {
    return this.items.length - this.won
  }

  get passed(): boolean {
    return this.left === 0
  }

  /** Whether another question than this one is open. */
  get others(): boolean {
    return this.items.some((item) => !item.done && item !== this.item)
  }

  /** Goes on; a question left open comes again after the last one. */
  advance() {
    const next = this.nextOpen(this.index)
    if (next >= 0) this.index = next
  }

  found(item: Item): Map<string, string> {
    const found = this.foundOf.get(item.id) ?? new Map<string, string>()
    this.foundOf.set(item.id, found)
    return found
  }

  last(item: Item): Given | undefined {
    return this.lastOf.get(item.id)
  }

  /** Notes what an answer brought. */
  note(given: Given, verdict: Verdict) {
    const item = this.items.find((one) => one.id === given.item_id)
    if (!item) return
    this.lastOf.set(item.id, given)
    item.done ||= verdict.correct
    const found = this.found(item)
    if (item.kind === "order") found.clear()
    for (const id of verdict.right) found.set(id, given.pairs?.[id] ?? "")
    for (const option of verdict.correct ? [] : verdict.wrong) {
      const target = given.pairs?.[option]
      const known = item.tried.some((one) => one.option === option && one.target === target)
      if (!known) item.tried.push({ option, target, why: verdict.feedback })
    }
    this.remember()
  }

  /** Nobody needs it any more once all is answered. */
  private remember() {
    const all = [...this.foundOf]
    const pairs = all.map(([id, found]): [string, [string, string][]] => [id, [...found]])
    this.memory.write(this.passed ? undefined : { found: pairs, last: [...this.lastOf] })
  }

  private nextOpen(after: number): number {
    const order = [...this.items.keys()].map((step) => (after + 1 + step) % this.items.length)
    return order.find((index) => !this.items[index]!.done) ?? -1
  }
}
