// A text that the server does not have yet, on this device.

export interface Text {
  text: string
  /** The tag of the text that it was made from. */
  base: string
}

export class Kept {
  /** The key begins with the person, because two may share a browser. */
  constructor(private readonly key: string) {}

  read(): Text | undefined {
    const kept = localStorage.getItem(this.key)
    return kept ? JSON.parse(kept) : undefined
  }

  write(text?: Text) {
    if (!text) return localStorage.removeItem(this.key)
    try {
      localStorage.setItem(this.key, JSON.stringify(text))
    } catch {
      // The browser's storage is full; the field itself still holds the text.
    }
  }
}
