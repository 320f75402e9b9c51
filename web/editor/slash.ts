// "/" at the beginning of a word opens a list of what can be inserted.

import { Extension } from "@tiptap/core"
import { PluginKey } from "@tiptap/pm/state"
import { Suggestion } from "@tiptap/suggestion"
import type { Option } from "../islands/options"
import { fill, type Texts } from "../islands/texts"
import { BLOCKS } from "./blocks"
import { popup } from "./popup"

export type SlashOptions = { texts: Texts; picture: () => void }

export const Slash = Extension.create<SlashOptions>({
  name: "slash",

  addOptions: () => ({ texts: {}, picture: () => {} }),

  addProseMirrorPlugins() {
    const { texts, picture } = this.options
    const all: Option[] = BLOCKS.map(({ key, icon }) => ({ key, icon, words: fill(texts, key) }))
    all.push({ key: "image", icon: "image", words: fill(texts, "image") })
    return [
      Suggestion<Option, Option>({
        editor: this.editor,
        pluginKey: new PluginKey("slash"),
        char: "/",
        items: ({ query }) => all.filter(({ words }) => words.toLowerCase().includes(query.toLowerCase())),
        allow: ({ state, range }) => !state.doc.resolve(range.from).parent.type.spec.code,
        command: ({ editor, range, props }) => {
          const chain = editor.chain().focus().deleteRange(range)
          const block = BLOCKS.find(({ key }) => key === props.key)
          if (block) block.run(chain).run()
          else chain.run()
          if (props.key === "image") picture()
        },
        render: popup(fill(texts, "insert")),
      }),
    ]
  },
})
