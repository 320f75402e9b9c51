// The sentences of a game. The page brings them as one JSON object; what is missing shows its key, so that
// it is seen and not guessed.

export type Words = (key: string, values?: Record<string, string | number>) => string

/** Looks for the game's own sentence first, then for the one that all games share. */
export function words(texts: Record<string, string>, game: string): Words {
  return (key, values = {}) => {
    const text = texts[`${game}-${key}`] ?? texts[`stage-${key}`] ?? texts[key] ?? key
    return text.replace(/\{\s*\$?(\w+)\s*\}/g, (whole, name: string) => String(values[name] ?? whole))
  }
}
