// What stands on the stage, for those who work with several of its parts.

import type { Card } from "./card"
import type { Controls } from "./controls"
import type { Counter } from "./counter"
import type { Course } from "./course"
import type { Diary } from "./diary"
import type { Round } from "./kinds"
import type { List } from "./list"
import type { Motion } from "./motion"
import type { Words } from "./texts"
import type { Hall, World } from "./world"

export interface Links {
  answers: string
  talk: string
  task: string
  again: string
  /** The round has changed elsewhere: shows the page anew, which then says this sentence. */
  anew(words: string): void
  /** The round is no more: goes where another one begins, which then says this sentence. */
  begin(words: string): void
  /** What this page must remember of the round. */
  changed(round: Round): void
}

export interface Parts {
  card: Card
  controls: Controls
  counter: Counter
  course: Course
  diary: Diary
  hall: Hall
  links: Links
  list: List
  motion: Motion
  place: HTMLElement
  text: Words
  world: World
}
