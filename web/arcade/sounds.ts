// Tiny tunes, made and not fetched. They are silent until somebody switches the sound on, and nothing is
// told by sound alone.

/** One note: from a pitch in hertz to another, when it starts and how long it lasts in seconds. */
export interface Note {
  from: number
  to?: number
  at?: number
  lasts?: number
  wave?: OscillatorType | "noise"
  loud?: number
}

export type Tune = Note[]

const SILENCE = 0.0001

const TUNES: Record<string, Tune> = {
  right: [{ from: 660 }, { from: 880, at: 0.1 }, { from: 1320, at: 0.2, lasts: 0.25 }],
  wrong: [{ from: 220, to: 150, lasts: 0.28, wave: "triangle" }],
  next: [{ from: 520, lasts: 0.06 }],
  end: [523, 659, 784, 1047, 784, 1047].map((from, index) => ({ from, at: index * 0.13, lasts: 0.22 })),
}

export class Sounds {
  on = false
  private context: AudioContext | undefined

  constructor(private readonly own: Record<string, Tune> = {}) {}

  play(name: string) {
    const tune = this.own[name] ?? TUNES[name]
    if (!this.on || !tune) return
    this.context ??= new AudioContext()
    void this.context.resume()
    for (const note of tune) this.sound(this.context, note)
  }

  close() {
    void this.context?.close()
    this.context = undefined
  }

  private sound(context: AudioContext, note: Note) {
    const { from, to = from, at = 0, lasts = 0.14, wave = "sine", loud = 0.12 } = note
    const starts = context.currentTime + at
    const gain = context.createGain()
    gain.gain.setValueAtTime(loud, starts)
    gain.gain.exponentialRampToValueAtTime(SILENCE, starts + lasts)
    const source = wave === "noise" ? hiss(context, lasts) : pitch(context, wave, from, to, starts, lasts)
    source.connect(gain).connect(context.destination)
    source.start(starts)
    source.stop(starts + lasts)
  }
}

function pitch(
  context: AudioContext,
  wave: OscillatorType,
  from: number,
  to: number,
  starts: number,
  lasts: number,
) {
  const source = context.createOscillator()
  source.type = wave
  source.frequency.setValueAtTime(from, starts)
  source.frequency.exponentialRampToValueAtTime(to, starts + lasts)
  return source
}

function hiss(context: AudioContext, lasts: number) {
  const source = context.createBufferSource()
  const buffer = context.createBuffer(1, Math.ceil(context.sampleRate * lasts), context.sampleRate)
  const samples = buffer.getChannelData(0)
  for (let index = 0; index < samples.length; index++) samples[index] = Math.random() * 2 - 1
  source.buffer = buffer
  return source
}
