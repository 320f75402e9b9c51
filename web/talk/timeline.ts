// From what is said to who moves when: a line is a row of sentences, a sentence a row of mouths. Times are in
// milliseconds at the ordinary pace; they are also how long it takes to read along.

import { mouths, type Mouth } from "./mouths"

export interface Slide {
  title: string
  lines: string[]
}

export interface Scene {
  speaker: string
  line: string
  mood: string
  pose: string
  slide?: Slide
  replies?: { text: string; reply: string }[]
  /** Where the line can be heard as somebody spoke it. */
  recording?: string
}

/** From this moment on the mouth has this shape. */
interface Beat {
  at: number
  mouth: Mouth
}

export interface Sentence {
  text: string
  from: number
  /** The last sound; the silence until the next sentence comes after it. */
  to: number
  beats: Beat[]
}

export interface Line {
  sentences: Sentence[]
  ms: number
}

const LETTER_MS = 62
const SHAPE_LEAST_MS = 75
const WORD_GAP_MS = 40
const COMMA_MS = 180
const SENTENCE_MS = 320
const LINE_MS = 900

/** Cuts at the end of sentences, but not after the point of "9. Mai" or "z. B.". */
export function sentences(text: string): string[] {
  const cut = text.match(/.+?(?:[.!?…:]+[“”"’»)]*(?=\s+[^\sa-zäöü\d])|$)/gsu) ?? [text]
  return cut.map((it) => it.trim()).filter(Boolean)
}

export function compile(text: string): Line {
  const said: Sentence[] = []
  let at = 0
  for (const sentence of sentences(text)) {
    const one = speak(sentence, at)
    said.push(one)
    at = one.to + SENTENCE_MS
  }
  return { sentences: said, ms: at + LINE_MS }
}

function speak(text: string, from: number): Sentence {
  const beats: Beat[] = []
  let at = from
  for (const word of text.split(/\s+/)) {
    const shapes = mouths(word)
    const letters = [...word].length
    const each = Math.max(SHAPE_LEAST_MS, (letters * LETTER_MS) / Math.max(1, shapes.length))
    for (const mouth of shapes) {
      beats.push({ at, mouth })
      at += each
    }
    if (/[,;:–]$/.test(word)) {
      beats.push({ at, mouth: "X" })
      at += COMMA_MS
    }
    at += WORD_GAP_MS
  }
  return { text, from, to: at, beats }
}

/** The mouth at this moment of a line. */
export function mouthAt(sentence: Sentence, at: number): Mouth {
  if (at >= sentence.to) return "X"
  return sentence.beats.findLast((it) => it.at <= at)?.mouth ?? "X"
}
