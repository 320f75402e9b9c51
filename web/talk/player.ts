// Says one line after the other in its time. With a recording, the line goes as fast as who spoke it; with
// the browser's voice, each sentence waits until it was spoken.

import { mouthAt, type Line } from "./timeline"
import type { Mouth } from "./mouths"
import { Recording } from "./recording"
import type { Voice } from "./voice"

export interface Heard {
  /** This sentence of the line has begun. */
  sentence(index: number): void
  mouth(mouth: Mouth): void
  /** The line was said to its end. */
  done(): void
}

export class Player {
  private pace = 1
  private line: Line | undefined
  private at = 0
  private sentence = -1
  private speaking = false
  private frame = 0
  private before = 0
  private recording: Recording | undefined

  constructor(
    private readonly voice: Voice,
    private readonly heard: Heard,
  ) {}

  get rate() {
    return this.pace
  }

  set rate(rate: number) {
    this.pace = rate
    this.recording?.pace(rate)
  }

  get running() {
    return this.frame !== 0
  }

  /** Puts a line on, without a sound yet. */
  load(line: Line, recording?: string) {
    this.pause()
    this.recording = recording ? this.listen(recording) : undefined
    this.line = line
    this.at = 0
    this.sentence = -1
  }

  /** Goes on with the sentence in which it was held. */
  run() {
    if (this.running || !this.line) return
    this.recorded?.play(this.rate, this.at / lasts(this.line))
    const begun = this.line.sentences[this.sentence]
    if (begun) this.at = begun.from
    this.sentence = -1
    this.before = performance.now()
    this.frame = requestAnimationFrame(this.tick)
  }

  pause() {
    cancelAnimationFrame(this.frame)
    this.frame = 0
    this.speaking = false
    this.voice.hush()
    this.recording?.hold()
    this.heard.mouth("X")
  }

  /** What is left of this line at this pace. */
  left() {
    return Math.max(0, (this.line?.ms ?? 0) - this.at) / this.rate
  }

  /** The recording, if it is to be heard and can be. */
  private get recorded() {
    return this.voice.on && !this.recording?.broken ? this.recording : undefined
  }

  private listen(url: string) {
    const failed = () => {
      if (!this.running) return
      // Once more from the beginning of the sentence, with the other voice.
      this.pause()
      this.run()
    }
    const recording: Recording = new Recording(url, () => this.heardOut(recording), failed)
    return recording
  }

  private heardOut(recording: Recording) {
    if (recording !== this.recorded || !this.running) return
    this.pause()
    this.heard.done()
  }

  private tick = (now: number) => {
    const line = this.line
    if (!line) return
    this.frame = requestAnimationFrame(this.tick)
    if (this.recorded) this.at = this.recorded.share * lasts(line)
    else this.at += (now - this.before) * this.rate
    this.before = now
    this.begin(line)
    const sentence = line.sentences[this.sentence]
    if (sentence && this.speaking && this.at > sentence.to) {
      // The voice is slower than the letters: the mouth goes through the sentence once more.
      const again = (this.at - sentence.from) % (sentence.to - sentence.from)
      this.heard.mouth(mouthAt(sentence, sentence.from + again))
    } else if (sentence) {
      this.heard.mouth(mouthAt(sentence, this.at))
    }
    if (this.at < line.ms || this.speaking || this.recorded) return
    this.pause()
    this.heard.done()
  }

  private begin(line: Line) {
    if (this.speaking) return
    const index = line.sentences.findLastIndex((it) => it.from <= this.at)
    if (index === this.sentence) return
    const sentence = line.sentences[index]
    this.sentence = index
    if (!sentence) return
    this.heard.sentence(index)
    if (!this.voice.on || !this.voice.able || this.recorded) return
    this.speaking = true
    this.voice.say(sentence.text, this.rate, () => {
      this.speaking = false
      this.at = sentence.to
    })
  }
}

/** Until the last sound; nobody records the silence after it. */
function lasts(line: Line) {
  return line.sentences.at(-1)?.to ?? line.ms
}
