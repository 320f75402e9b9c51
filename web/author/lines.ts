// The lines of a text, as tall as they stand in the field above: numbers beside it, marks behind it.

export class Lines {
  constructor(private readonly mirror: HTMLElement) {}

  /** Draws what changed since the last time. */
  draw(text: string) {
    const lines = text.split("\n")
    while (this.mirror.childElementCount > lines.length) this.mirror.lastElementChild?.remove()
    while (this.mirror.childElementCount < lines.length) {
      const line = document.createElement("div")
      line.dataset.n = String(this.mirror.childElementCount + 1)
      this.mirror.append(line)
    }
    lines.forEach((words, at) => {
      const line = this.mirror.children[at]
      const shown = words || "\u200b" // an empty line is as tall as any
      if (line.textContent !== shown) line.textContent = shown
    })
  }

  mark(numbers: Set<number>) {
    for (const [at, line] of [...this.mirror.children].entries()) {
      line.classList.toggle("wrong", numbers.has(at + 1))
    }
  }

  /** Marks the line in the field and brings it into view. */
  goTo(field: HTMLTextAreaElement, number: number) {
    if (!number) return
    field.focus({ preventScroll: true })
    field.setSelectionRange(...span(field.value, number))
    this.mirror.children[number - 1]?.scrollIntoView({ block: "center" })
  }
}

/** Where a line begins and ends. */
function span(text: string, number: number): [number, number] {
  const lines = text.split("\n")
  const at = Math.min(Math.max(number, 1), lines.length) - 1
  const begin = lines.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0)
  return [begin, begin + lines[at].length]
}
