// The tools above the text: a toolbar by the ARIA pattern, one stop for the Tab key, arrows within. Alt+F10
// comes from the text, Esc goes back to it. Tools for tables are shown inside of tables only.

import type { Editor } from "@tiptap/core"
import { icon } from "../islands/icon"
import { fill, type Texts } from "../islands/texts"
import { BLOCKS } from "./blocks"
import { TOOLS, type Deeds, type Tool } from "./tools"

const STYLES = ["paragraph", "heading1", "heading2", "heading3"]

export class Toolbar {
  private buttons: { tool: Tool; element: HTMLButtonElement }[] = []
  private separators: { element: HTMLElement; table: boolean }[] = []
  private styles = document.createElement("select")

  constructor(
    private element: HTMLElement,
    private editor: Editor,
    private texts: Texts,
    deeds: Deeds,
  ) {
    const tools = TOOLS.filter(({ key }) => key !== "discuss" || deeds.discuss)
    element.replaceChildren(this.drawStyles(), ...tools.map((tool) => this.draw(tool, deeds)))
    element.hidden = false
    element.addEventListener("keydown", this.pressed)
    element.addEventListener("focusin", this.entered)
    editor.on("transaction", this.show)
    editor.view.dom.addEventListener("keydown", this.called)
    this.show()
    this.stopAt(this.styles)
  }

  destroy() {
    this.editor.off("transaction", this.show)
    this.element.removeEventListener("keydown", this.pressed)
    this.element.removeEventListener("focusin", this.entered)
    this.element.replaceChildren()
  }

  private drawStyles(): HTMLElement {
    this.styles.className = "btn btn-quiet"
    this.styles.setAttribute("aria-label", fill(this.texts, "style"))
    for (const key of STYLES) this.styles.add(new Option(fill(this.texts, key), key))
    this.styles.addEventListener("change", () => {
      const block = BLOCKS.find(({ key }) => key === this.styles.value)
      block?.run(this.editor.chain().focus()).run()
    })
    return this.styles
  }

  private draw(tool: Tool, deeds: Deeds): HTMLElement {
    if (tool.key === "|") {
      const separator = document.createElement("span")
      separator.className = "sep"
      this.separators.push({ element: separator, table: Boolean(tool.table) })
      return separator
    }
    const button = document.createElement("button")
    button.type = "button"
    button.className = "btn btn-quiet"
    button.append(icon(tool.icon))
    if (tool.worded) button.append(fill(this.texts, tool.key))
    else button.setAttribute("aria-label", fill(this.texts, tool.key))
    button.title = fill(this.texts, tool.key)
    button.addEventListener("pointerdown", (event) => event.preventDefault()) // Else the selection is lost.
    button.addEventListener("click", () => tool.run(this.editor, deeds))
    this.buttons.push({ tool, element: button })
    return button
  }

  private show = () => {
    const editable = this.editor.isEditable
    const inTable = this.editor.isActive("table")
    this.element.hidden = !editable
    for (const { tool, element } of this.buttons) {
      if (tool.active) element.setAttribute("aria-pressed", String(this.editor.isActive(...tool.active)))
      element.hidden = Boolean(tool.table && !inTable)
    }
    for (const { element, table } of this.separators) element.hidden = table && !inTable
    const style = STYLES.slice(1).find((key) =>
      this.editor.isActive("heading", { level: Number(key.at(-1)) }),
    )
    this.styles.value = style ?? STYLES[0]
  }

  private get stops(): HTMLElement[] {
    return [this.styles, ...this.buttons.map(({ element }) => element)].filter((element) => !element.hidden)
  }

  private entered = (event: FocusEvent) => this.stopAt(event.target as HTMLElement)

  private stopAt(stop: HTMLElement) {
    for (const other of [this.styles, ...this.buttons.map(({ element }) => element)]) {
      other.tabIndex = other === stop ? 0 : -1
    }
  }

  private pressed = (event: KeyboardEvent) => {
    const stops = this.stops
    const here = stops.indexOf(document.activeElement as HTMLElement)
    const goals: Record<string, HTMLElement | undefined> = {
      ArrowRight: stops[(here + 1) % stops.length],
      ArrowLeft: stops.at(here - 1),
      Home: stops[0],
      End: stops.at(-1),
    }
    if (event.key === "Escape") this.editor.commands.focus()
    else if (goals[event.key]) goals[event.key]?.focus()
    else return
    event.preventDefault()
  }

  private called = (event: KeyboardEvent) => {
    if (event.key !== "F10" || !event.altKey) return
    event.preventDefault()
    this.stops.find((stop) => stop.tabIndex === 0)?.focus()
  }
}
