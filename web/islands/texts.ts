// Texts come from the page as one JSON object. What is missing shows its key, so that it is seen and not
// guessed.

export type Texts = Record<string, string>

export function fill(texts: Texts, key: string, values: Record<string, string | number> = {}): string {
  const text = texts[key] ?? key
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
}
