// The tools of the toolbar, in their order. "|" is a line between groups.

import type { Editor } from "@tiptap/core"

export type Deeds = { link(): void; picture(): void; discuss?(): void }
export type Tool = {
  key: string
  icon: string
  active?: [string, object?]
  table?: boolean
  worded?: boolean
  run: (editor: Editor, deeds: Deeds) => void
}

const nothing = () => {}
const line: Tool = { key: "|", icon: "", run: nothing }

export const TOOLS: Tool[] = [
  line,
  { key: "bold", icon: "bold", active: ["bold"], run: (editor) => editor.chain().focus().toggleBold().run() },
  {
    key: "italic",
    icon: "italic",
    active: ["italic"],
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    key: "underline",
    icon: "underline",
    active: ["underline"],
    run: (editor) => editor.chain().focus().toggleUnderline().run(),
  },
  {
    key: "strike",
    icon: "strikethrough",
    active: ["strike"],
    run: (editor) => editor.chain().focus().toggleStrike().run(),
  },
  { key: "code", icon: "code", active: ["code"], run: (editor) => editor.chain().focus().toggleCode().run() },
  { key: "link", icon: "link", active: ["link"], run: (_editor, deeds) => deeds.link() },
  line,
  {
    key: "bullet_list",
    icon: "list",
    active: ["bulletList"],
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    key: "ordered_list",
    icon: "list-ordered",
    active: ["orderedList"],
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    key: "task_list",
    icon: "list-checks",
    active: ["taskList"],
    run: (editor) => editor.chain().focus().toggleTaskList().run(),
  },
  {
    key: "table",
    icon: "table",
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  { key: "image", icon: "image", run: (_editor, deeds) => deeds.picture() },
  line,
  { key: "undo", icon: "undo-2", run: (editor) => editor.chain().focus().undo().run() },
  { key: "redo", icon: "redo-2", run: (editor) => editor.chain().focus().redo().run() },
  { ...line, table: true },
  ...tableTools(),
  line,
  { key: "discuss", icon: "message-square-plus", worded: true, run: (_editor, deeds) => deeds.discuss?.() },
]

function tableTools(): Tool[] {
  const tool = (key: string, icon: string, run: Tool["run"]): Tool => ({ key, icon, run, table: true })
  return [
    tool("row_before", "arrow-up", (editor) => editor.chain().focus().addRowBefore().run()),
    tool("row_after", "arrow-down", (editor) => editor.chain().focus().addRowAfter().run()),
    tool("row_remove", "rows-2", (editor) => editor.chain().focus().deleteRow().run()),
    tool("column_before", "arrow-left", (editor) => editor.chain().focus().addColumnBefore().run()),
    tool("column_after", "arrow-right", (editor) => editor.chain().focus().addColumnAfter().run()),
    tool("column_remove", "columns-2", (editor) => editor.chain().focus().deleteColumn().run()),
    tool("header_row", "table-2", (editor) => editor.chain().focus().toggleHeaderRow().run()),
    tool("table_remove", "trash-2", (editor) => editor.chain().focus().deleteTable().run()),
  ]
}
