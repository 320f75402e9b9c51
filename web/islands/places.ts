// Where the passages that comments talk about stand in the texts of the page.

import type { Painted } from "./paint"
import { Line } from "./passage"

/** Leaves out comments that are filtered away or resolved, and those whose passage is not here (any more). */
export function places(texts: HTMLElement[], comments: HTMLElement[], note: string): Painted[] {
  const lines = texts.map((text) => ({ text, line: new Line(text) }))
  const shown = comments.filter(({ hidden, dataset }) => !hidden && dataset.anchorResolved !== "true")
  return shown.flatMap(({ dataset }) => {
    const { anchorId: id = "", anchorNumber: number = "", anchorQuote: quote = "" } = dataset
    const sought = { quote, prefix: dataset.anchorPrefix ?? "", suffix: dataset.anchorSuffix ?? "" }
    for (const { text, line } of lines) {
      const range = line.find(sought)
      if (range) return [{ id, number, text, range, label: note.replace("{n}", number) }]
    }
    return []
  })
}
