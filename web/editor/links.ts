// Links lead to the web, to a mailbox or within the house, and nowhere else.

import type { Editor } from "@tiptap/core"
import { Link } from "@tiptap/extension-link"
import { fill, type Texts } from "../islands/texts"
import { ask } from "./ask"

const ALLOWED = /^(https?:\/\/|mailto:|\/(?!\/)|#)/i
const BARE_HOST = /^[\w-]+(\.[\w-]+)+([/?#]|$)/
const BARE_MAIL = /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/

export const SafeLink = Link.configure({
  openOnClick: "whenNotEditable",
  autolink: true,
  defaultProtocol: "https",
  isAllowedUri: (address) => ALLOWED.test(address ?? ""),
  HTMLAttributes: { rel: "noopener noreferrer nofollow", target: null },
})

export async function askForLink(editor: Editor, texts: Texts) {
  const before = String(editor.getAttributes("link").href ?? "")
  const answer = await ask({
    title: fill(texts, "link_address"),
    value: before,
    yes: fill(texts, "link_set"),
    cancel: fill(texts, "cancel"),
    extra: before ? fill(texts, "link_remove") : undefined,
  })
  const chain = editor.chain().focus().extendMarkRange("link")
  if (!answer) return
  const href = complete(answer.value)
  if (answer.extra || !href) chain.unsetLink().run()
  else if (editor.state.selection.empty && !before) {
    chain
      .insertContent({ type: "text", text: answer.value, marks: [{ type: "link", attrs: { href } }] })
      .run()
  } else chain.setLink({ href }).run()
}

function complete(address: string): string {
  if (ALLOWED.test(address)) return address
  if (BARE_MAIL.test(address)) return `mailto:${address}`
  return BARE_HOST.test(address) ? `https://${address}` : ""
}
