// What must survive when a piece of the page is exchanged: half-typed words, open menus, a chosen filter.

const FIELDS =
  "textarea, input:not([type=hidden], [type=submit], [type=button], [type=checkbox], [type=radio])"

/**
 * Whether this node holds what somebody is writing. Without a next one it is about to be taken away
 * altogether.
 */
export function keepsElement(node: Node, next?: Node): boolean {
  if (!(node instanceof HTMLElement)) return false
  // Put there by the page itself, as the list of people below a field.
  if ("refreshOwn" in node.dataset) return true
  if (node.matches(FIELDS) || node.isContentEditable) return inUse(node)
  if (node instanceof HTMLDialogElement && node.open) return true
  const whole = node instanceof HTMLFormElement || next === undefined
  return whole && [...node.querySelectorAll<HTMLElement>(FIELDS)].some(inUse)
}

/**
 * For `turbo:before-morph-attribute`: refuses the change of what the page itself, not the server, has set.
 */
export function keepsAttribute(event: Event) {
  const { attributeName } = (event as CustomEvent<{ attributeName: string }>).detail
  const element = event.target as HTMLElement
  const named = (element.dataset.refreshKeep ?? "").split(" ")
  const opened = attributeName === "open" && element.matches("details, dialog")
  const filtered =
    element.hasAttribute("data-timeline-target") && ["hidden", "aria-current"].includes(attributeName)
  // A field became a combobox in the page.
  const combined = element.getAttribute("role") === "combobox" && /^(role|aria-)/.test(attributeName)
  if (opened || filtered || combined || named.includes(attributeName)) event.preventDefault()
}

function inUse(field: HTMLElement): boolean {
  if (field === document.activeElement || field.isContentEditable) return true
  return "defaultValue" in field && "value" in field && field.value !== field.defaultValue
}
