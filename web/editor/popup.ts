// The list under the caret of the editor, for "/" and "@". The focus stays in the text, which names the
// active entry.

import type { SuggestionOptions, SuggestionProps } from "@tiptap/suggestion"
import { listbox, place, type Option } from "../islands/options"

/** How a suggestion draws its entries with our listbox. */
export function popup<I extends Option>(label: string): SuggestionOptions<I>["render"] {
  return () => {
    let props: SuggestionProps<I> | undefined
    const list = listbox((option) => props?.command(option as I))
    list.element.setAttribute("aria-label", label)

    function show(next: SuggestionProps<I>) {
      props = next
      const text = next.editor.view.dom
      if (!list.element.isConnected) document.body.append(list.element)
      list.show(next.items)
      const box = next.clientRect?.()
      if (box) place(list.element, box)
      text.setAttribute("aria-controls", list.element.id)
      mark()
    }

    function mark() {
      const text = props?.editor.view.dom
      const active = list.activeId
      if (active) text?.setAttribute("aria-activedescendant", active)
      else text?.removeAttribute("aria-activedescendant")
    }

    return {
      onStart: show,
      onUpdate: show,
      onExit() {
        list.hide()
        mark()
        props?.editor.view.dom.removeAttribute("aria-controls")
        list.element.remove()
      },
      onKeyDown({ event }) {
        if (!list.open) return false
        if (event.key === "ArrowDown") list.move(1)
        else if (event.key === "ArrowUp") list.move(-1)
        else if ((event.key === "Enter" || event.key === "Tab") && list.current)
          props?.command(list.current as I)
        else return false
        mark()
        return true
      },
    }
  }
}
