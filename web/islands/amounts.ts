// Amounts and times in the words of the page.

import { fill, type Texts } from "./texts"

const UNITS = ["bytes", "kb", "mb", "gb"]
const STEP = 1000

export function amount(bytes: number, texts: Texts): string {
  let unit = 0
  let number = bytes
  while (number >= STEP && unit < UNITS.length - 1) {
    number /= STEP
    unit += 1
  }
  const digits = unit > 1 && number < 10 ? 1 : 0
  const shown = new Intl.NumberFormat(document.documentElement.lang, {
    maximumFractionDigits: digits,
  }).format(number)
  return fill(texts, UNITS[unit], { n: shown })
}

export function timeLeft(seconds: number, texts: Texts): string {
  const rounded = Math.max(1, Math.round(seconds))
  if (rounded < 90) return fill(texts, "seconds", { n: rounded })
  return fill(texts, "minutes", { n: Math.round(rounded / 60) })
}
