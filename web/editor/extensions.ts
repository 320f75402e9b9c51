// What a page may hold. The names of nodes and marks are TipTap's own, since the server draws and exports
// them.

import { Collaboration } from "@tiptap/extension-collaboration"
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret"
import { Image } from "@tiptap/extension-image"
import { TaskItem, TaskList } from "@tiptap/extension-list"
import { TableKit } from "@tiptap/extension-table"
import { Placeholder } from "@tiptap/extensions"
import { StarterKit } from "@tiptap/starter-kit"
import type { Awareness } from "y-protocols/awareness"
import type { Doc } from "yjs"
import { fill, type Texts } from "../islands/texts"
import { drawCaret, drawSelection, type Writer } from "./carets"
import { SafeLink } from "./links"
import { people } from "./people"
import { takePictures, type Pictures } from "./pictures"
import { Slash } from "./slash"

type Parts = {
  doc: Doc
  awareness: Awareness
  me: Writer
  peopleUrl: string
  pictures: Pictures
  texts: Texts
}

export function extensions({ doc, awareness, me, peopleUrl, pictures, texts }: Parts) {
  return [
    // Undo belongs to the shared document. A paragraph at the end is not added, since opening a page must
    // not change it.
    StarterKit.configure({ undoRedo: false, trailingNode: false, link: false }),
    SafeLink,
    Image.configure({ allowBase64: false }),
    TaskList,
    TaskItem.configure({ nested: true }),
    TableKit.configure({ table: { resizable: false } }),
    Placeholder.configure({ placeholder: fill(texts, "placeholder"), showOnlyWhenEditable: true }),
    people(peopleUrl, fill(texts, "people")),
    Slash.configure({ texts, picture: () => pictures.choose() }),
    takePictures(pictures),
    Collaboration.configure({ document: doc, field: "default" }),
    CollaborationCaret.configure({
      provider: { awareness },
      user: me,
      render: drawCaret,
      selectionRender: drawSelection,
    }),
  ]
}
