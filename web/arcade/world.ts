// What a game brings to the stage, and what the stage does for it. A game is one file `web/arcade/NAME.ts`
// whose default export is a `World`; it imports its own `../css/arcade-NAME.css` and its drawings
// `./NAME.svg?raw` (see draw.ts). Counting, sending, the host's words, keys, pause, sound, list view and end
// belong to the stage.

import type { Given, Item, Verdict } from "./kinds"
import type { Tune } from "./sounds"

/** The host's face: before anything was given, when it was right, when it was not. */
export type Face = "calm" | "bright" | "worried"

export interface World {
  /** What stands on the plates of this game and on its keys. */
  signs: "letters" | "digits"
  /** Tunes of its own, by name, for `hall.play`; "right", "wrong", "next" and "end" replace the stage's. */
  tunes?: Record<string, Tune>

  /**
   * Draws the scenery into `hall.game`, once, and puts `hall.card` (the question) where it belongs in it.
   * The stage appends the counter afterwards. What moves for ever moves by CSS and only under
   * `.game:not(.paused)`.
   */
  build(hall: Hall): void

  /**
   * Draws the answers of an item: called for each question, and again when the person comes back from the
   * list. What was tried (`item.tried`) and found (`hall.found(item)`) before must be seen. Every answer is
   * a real `<button type="button" data-sign="1">`; see `hall.sign(index)` and `named` in draw.ts for its
   * name.
   */
  show(item: Item, hall: Hall): void

  /**
   * Moves the things after the server's word, and returns the first sentence the host says, in the words of
   * the game; the reason follows it. By now `item.tried` and `hall.found(item)` hold what this answer
   * brought.
   */
  judge(verdict: Verdict, given: Given, item: Item, hall: Hall): string

  /** The host beside the counter, as SVG; `undefined` if there is none. */
  host?(face: Face, hall: Hall): Element | undefined
  /** One token of those that are won, as SVG; also the empty place for one. */
  token(index: number, won: boolean): Element
  /** The picture of the end, as SVG with `role="img"` and an `aria-label`. */
  end(hall: Hall): Element

  /** Keys of its own, beside the signs and the arrows; `true` if it knew the key. */
  key?(event: KeyboardEvent, hall: Hall): boolean
}

/** What the stage offers to a game. */
export interface Hall {
  /** The frame of the game; has `.paused` while things stand still, `.still` when movement is not wanted. */
  readonly game: HTMLElement
  /** The question, to be put into the scenery by `build`. */
  readonly card: HTMLElement
  readonly items: readonly Item[]
  /** How many questions have been answered. */
  readonly won: number
  /** Whether an answer is under way or the question is done: things then take no clicks. */
  readonly locked: boolean

  /** A text: `arcade-GAME-key`, else `arcade-stage-key`; `{name}` in it is filled in. */
  text(key: string, values?: Record<string, string | number>): string
  /** The sign of the answer with this index: "A" or "1". */
  sign(index: number): string
  /**
   * Sends an answer and does all that follows: words, face, tokens, `judge`. Does nothing while `locked`.
   * Without a connection it waits; the answer is kept meanwhile.
   */
  give(given: Omit<Given, "item_id">): Promise<Verdict | undefined>
  /** What of this item is known to be right: option id -> target id (an empty one without targets). */
  found(item: Item): ReadonlyMap<string, string>
  /** What was given last for this item, so that an order can be drawn as it was left. */
  last(item: Item): Given | undefined
  /** One movement from the first to the last of the frames; under reduced motion there is none in between. */
  move(thing: Element, frames: Keyframe[], ms: number, easing?: string): Promise<void>
  play(tune: string): void
  /** Says a sentence in the host's place without an answer, such as "Ordner 2 steht jetzt an Platz 1." */
  say(words: string): void
}
