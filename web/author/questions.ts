// The questions of a file, as far as they can be told while it is written.

export interface Asked {
  key: string
  line: number
  prompt: string
}

const HEAD = /^\[\w+\]\s+([a-z0-9-]+)\s*$/
const FIELD = /^(who|mood|says|group|hint|see|done):/

function questions(text: string): Asked[] {
  const lines = text.split("\n")
  const found: Asked[] = []
  lines.forEach((line, at) => {
    const key = HEAD.exec(line)?.[1]
    if (!key) return
    const prompt = lines.slice(at + 1).find((it) => it.trim() && !FIELD.test(it) && !it.startsWith("//"))
    found.push({ key, line: at + 1, prompt: (prompt ?? "").replace(/^prompt:/, "").trim() })
  })
  return found
}

/** The question in which a place of the text lies. */
export function questionAt(text: string, place: number): Asked | undefined {
  const line = text.slice(0, place).split("\n").length
  return questions(text).findLast((it) => it.line <= line)
}

/** Fills the list below its first entry; what was chosen stays chosen. */
export function offer(select: HTMLSelectElement, text: string) {
  const [all] = select.options
  const chosen = select.value
  const found = questions(text)
  select.replaceChildren(all, ...found.map((it) => new Option(`${it.key}: ${it.prompt}`, it.key)))
  select.value = found.some((it) => it.key === chosen) ? chosen : ""
}
