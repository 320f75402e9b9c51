// Which mouth a letter makes. Nine shapes: A lips closed, B teeth, C open, D wide open, E round, F pursed,
// G lip on teeth, H tongue, X at rest.

export type Mouth = "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "X"

const SHAPES: [letters: string, mouth: Mouth][] = [
  ["mbp", "A"],
  ["stdnzkcgxjß", "B"],
  ["eäiyr", "C"],
  ["a", "D"],
  ["oöh", "E"],
  ["uüq", "F"],
  ["fvw", "G"],
  ["l", "H"],
]
const OF_LETTER = new Map(
  SHAPES.flatMap(([letters, mouth]) => [...letters].map((letter) => [letter, mouth] as const)),
)

// Heard as one sound, so that the mouth does not chatter.
const TOGETHER: [pattern: RegExp, as: string][] = [
  [/sch|sh/g, "q"],
  [/ch|ck|th/g, "k"],
  [/ei|ai|ey/g, "ae"],
  [/eu|äu|oy/g, "oi"],
  [/ie|ee/g, "i"],
  [/oo|ou/g, "u"],
  [/ph|pf/g, "f"],
  [/([a-zß])\1/g, "$1"],
]

/** The mouths of one word, one for each sound. */
export function mouths(word: string): Mouth[] {
  let sounds = word.toLowerCase()
  for (const [pattern, as] of TOGETHER) sounds = sounds.replace(pattern, as)
  const shapes: Mouth[] = []
  for (const letter of sounds.normalize("NFC")) {
    const shape = OF_LETTER.get(letter) ?? (/\d/.test(letter) ? "C" : undefined)
    if (shape && shape !== shapes.at(-1)) shapes.push(shape)
  }
  return shapes
}
