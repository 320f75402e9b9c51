// Draws what the quick search found: groups with a heading, rows with icon, title, hint, snippet and wall.

import { icon } from "./icon"

export type Item = {
  title: string
  url: string
  icon?: string
  hint?: string
  snippet_html?: string
  audience?: { class: string; icon: string; words: string }
}
export type Group = { title: string; items: Item[] }

let drawn = 0

export function drawGroup(group: Group): HTMLElement {
  drawn += 1
  const section = element("div", "")
  section.setAttribute("role", "group")
  section.setAttribute("aria-labelledby", `found-${drawn}`)
  const heading = element("h2", "", group.title)
  heading.id = `found-${drawn}`
  // A listbox holds options and groups of them, and nothing else.
  heading.setAttribute("role", "presentation")
  section.append(heading, ...group.items.map((item, at) => row(item, `found-${drawn}-${at}`)))
  return section
}

function row(item: Item, id: string): HTMLAnchorElement {
  const link = document.createElement("a")
  link.className = "z"
  link.id = id
  link.href = item.url
  link.tabIndex = -1
  link.setAttribute("role", "option")
  link.setAttribute("aria-selected", "false")

  const words = element("span", "")
  words.append(element("b", "", item.title))
  if (item.hint) words.append(element("span", "tiny", item.hint))
  if (item.snippet_html) words.append(snippet(item.snippet_html))
  link.append(icon(item.icon ?? "file-text"), words)

  if (item.audience) {
    const wall = element("span", `aud ${item.audience.class}`)
    wall.append(icon(item.audience.icon), item.audience.words)
    link.append(wall)
  }
  return link
}

/** The server writes <mark> around what was found; whatever else might stand there is taken as text. */
function snippet(html: string): HTMLElement {
  const place = element("span", "tiny")
  const parsed = new DOMParser().parseFromString(html, "text/html")
  for (const node of parsed.body.childNodes) {
    const text = node.textContent ?? ""
    place.append(node.nodeName === "MARK" ? element("mark", "", text) : text)
  }
  return place
}

function element(name: string, className: string, text?: string): HTMLElement {
  const made = document.createElement(name)
  if (className) made.className = className
  if (text !== undefined) made.textContent = text
  return made
}
