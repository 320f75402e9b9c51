// What can be inserted, once for the "/" list and for the toolbar.

import type { ChainedCommands } from "@tiptap/core"

export type Block = {
  key: string
  icon: string
  active?: [string, object?]
  run: (chain: ChainedCommands) => ChainedCommands
}

export const BLOCKS: Block[] = [
  { key: "paragraph", icon: "type", run: (chain) => chain.setParagraph() },
  {
    key: "heading1",
    icon: "heading-1",
    active: ["heading", { level: 1 }],
    run: (chain) => chain.setHeading({ level: 1 }),
  },
  {
    key: "heading2",
    icon: "heading-2",
    active: ["heading", { level: 2 }],
    run: (chain) => chain.setHeading({ level: 2 }),
  },
  {
    key: "heading3",
    icon: "heading-3",
    active: ["heading", { level: 3 }],
    run: (chain) => chain.setHeading({ level: 3 }),
  },
  { key: "bullet_list", icon: "list", active: ["bulletList"], run: (chain) => chain.toggleBulletList() },
  {
    key: "ordered_list",
    icon: "list-ordered",
    active: ["orderedList"],
    run: (chain) => chain.toggleOrderedList(),
  },
  { key: "task_list", icon: "list-checks", active: ["taskList"], run: (chain) => chain.toggleTaskList() },
  {
    key: "table",
    icon: "table",
    run: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
  },
  { key: "quote", icon: "quote", active: ["blockquote"], run: (chain) => chain.toggleBlockquote() },
  { key: "code_block", icon: "code", active: ["codeBlock"], run: (chain) => chain.toggleCodeBlock() },
  { key: "line", icon: "minus", run: (chain) => chain.setHorizontalRule() },
]
