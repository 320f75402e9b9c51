// "@" offers the people who may read the page.

import { Mention } from "@tiptap/extension-mention"
import type { Option } from "../islands/options"
import { popup } from "./popup"

const LATER_MS = 150

type Person = { id: string; name: string }

export function people(url: string, label: string) {
  return Mention.configure({
    HTMLAttributes: { class: "mention" },
    suggestion: {
      char: "@",
      debounce: LATER_MS,
      items: async ({ query, signal }): Promise<Option[]> => {
        if (!url) return []
        const address = `${url}${url.includes("?") ? "&" : "?"}q=${encodeURIComponent(query)}`
        const answer = await fetch(address, { headers: { Accept: "application/json" }, signal }).catch(
          () => null,
        )
        if (!answer?.ok) return []
        const { items } = (await answer.json()) as { items: Person[] }
        return items.map(({ id, name }) => ({ key: id, words: name }))
      },
      command: ({ editor, range, props }) => {
        const { key, words } = props as unknown as Option
        const mention = { type: "mention", attrs: { id: key, label: words } }
        editor
          .chain()
          .focus()
          .insertContentAt(range, [mention, { type: "text", text: " " }])
          .run()
      },
      render: popup(label),
    },
  })
}
