// What the server says about a round and what it is told: the types of the two ends of one wire. Nothing in
// an item tells which option is right.

export type Kind = "single" | "multiple" | "order" | "pairs" | "sort" | "mark" | "cloze" | "talk"

export type Wall = "members" | "company" | "customer" | "web"

export interface Choice {
  id: string
  text: string
}

export interface Target extends Choice {
  wall?: Wall
}

/** Something that was given before and was not right, with the reason that was said. */
export interface Tried {
  option: string
  target?: string
  why: string
}

export interface Item {
  id: string
  kind: Kind
  prompt: string
  /** How many options are right; 1 for `single` and `talk`. */
  count: number
  options: Choice[]
  targets?: Target[]
  who?: string
  mood?: string
  says?: string
  group?: string
  hint?: string
  done: boolean
  tried: Tried[]
}

export interface Round {
  id: string
  game: string
  items: Item[]
}

export interface Given {
  item_id: string
  option_ids?: string[]
  order?: string[]
  pairs?: Record<string, string>
  text?: string
}

export interface Verdict {
  correct: boolean
  feedback: string
  /** How many questions of the round are still open. */
  left: number
  passed: boolean
  /** Of the ids just given, those that are right (in `order`: stand where they belong). */
  right: string[]
  wrong: string[]
  /** The scene of the talk in which it was said. */
  scene?: number
}
