// Reads aloud with a voice of this device. Voices that send the words elsewhere are not used.

const SILENT_AFTER_MS = 20_000

export class Voice {
  on = false
  private readonly speech = "speechSynthesis" in window ? window.speechSynthesis : undefined
  private readonly gone = new AbortController()
  private turn = 0

  /** `found` is told as soon as there is a voice: browsers learn of theirs late. */
  constructor(
    private readonly language: string,
    found: () => void,
  ) {
    const look = () => this.voice && found()
    this.speech?.addEventListener?.("voiceschanged", look, { signal: this.gone.signal })
    look()
  }

  /** Whether this device has a voice for the language; without one, a line lasts as long as reading it. */
  get able() {
    return this.speech !== undefined && this.voice !== undefined
  }

  say(text: string, rate: number, ended: () => void) {
    const voice = this.voice
    if (!this.speech || !voice) return ended()
    const turn = ++this.turn
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = rate
    // Some browsers lose the end of a sentence: the talk must not wait for ever.
    const timer = setTimeout(() => over(), SILENT_AFTER_MS / rate)
    const over = () => {
      clearTimeout(timer)
      if (turn !== this.turn) return
      this.turn++
      ended()
    }
    utterance.addEventListener("end", over)
    utterance.addEventListener("error", over)
    this.speech.speak(utterance)
  }

  hush() {
    this.turn++
    this.speech?.cancel()
  }

  close() {
    this.gone.abort()
    this.hush()
  }

  private get voice(): SpeechSynthesisVoice | undefined {
    const local = this.speech?.getVoices().filter((it) => it.localService) ?? []
    return local.find((it) => it.lang.toLowerCase().replace("_", "-").startsWith(this.language))
  }
}
