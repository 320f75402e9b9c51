// Keys: the sign on a plate chooses it, arrows go from answer to answer. They are heard while nothing else
// has the focus; whoever is disturbed by keys plays the list, which has none.

const ELSEWHERE = "input, textarea, select, dialog, [contenteditable], [role=menu]"
const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
/** Straight ahead counts more than aside. */
const ASIDE = 3

/** Whether this key is meant for the game around. */
export function meant(event: KeyboardEvent, stage: HTMLElement): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false
  const target = event.target as Element | null
  if (!target || target.closest(ELSEWHERE)) return false
  return target === document.body || stage.contains(target)
}

/** Presses the answer with this sign, or goes to the next one in the arrow's direction. */
export function press(event: KeyboardEvent, game: HTMLElement): boolean {
  const answers = [...game.querySelectorAll<HTMLElement>("[data-sign]")].filter((one) => one.offsetParent)
  const step = STEPS[event.key]
  const next = step ? ahead(answers, step) : answers.find((one, index) => matches(event.key, one, index))
  next?.focus()
  if (next && !step && !event.repeat) next.click()
  return next !== undefined
}

function matches(key: string, answer: HTMLElement, index: number): boolean {
  return key.toUpperCase() === answer.dataset.sign || key === String(index + 1)
}

function ahead(answers: HTMLElement[], [x, y]: [number, number]): HTMLElement | undefined {
  const from = answers.find((one) => one === document.activeElement)
  if (!from) return undefined
  const here = middle(from)
  const far = (one: HTMLElement) => {
    const there = middle(one)
    const along = (there.x - here.x) * x + (there.y - here.y) * y
    const aside = Math.abs((there.x - here.x) * y) + Math.abs((there.y - here.y) * x)
    return along <= 1 ? Infinity : along + aside * ASIDE
  }
  const nearest = answers.toSorted((one, other) => far(one) - far(other))[0]
  return nearest && far(nearest) < Infinity ? nearest : undefined
}

function middle(element: HTMLElement) {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}
