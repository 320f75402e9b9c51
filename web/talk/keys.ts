// Which keys are meant for the talk and not for what has the focus.

const WRITES = "input, textarea, select, [contenteditable]"
const ACTS = "button, a, summary, label"
const SCROLLS = '[role="region"][tabindex]'

export type Wish = "toggle" | "back" | "forward"

export function wish(event: KeyboardEvent): Wish | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const target = event.target instanceof Element ? event.target : document.body
  if (target.closest(WRITES) || document.querySelector("dialog[open]")) return
  if (event.key === " ") return target.closest(`${ACTS}, ${SCROLLS}`) ? undefined : "toggle"
  if (event.key === "ArrowLeft") return "back"
  return event.key === "ArrowRight" ? "forward" : undefined
}
