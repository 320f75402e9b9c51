// A picture that is pasted, dropped or chosen becomes a file of the space and is shown from there, so that
// the walls of the space hold for it, too. Its description is asked for and may be left empty.

import type { Editor } from "@tiptap/core"
import { Extension } from "@tiptap/core"
import { Plugin } from "@tiptap/pm/state"
import { say } from "../islands/say"
import { fill, type Texts } from "../islands/texts"
import { ask } from "./ask"

export type Place = { url: string; space: string; src: string; texts: Texts }

const MOST = 20

export class Pictures {
  constructor(
    private editor: () => Editor | undefined,
    private place: Place,
  ) {}

  choose() {
    const input = document.createElement("input")
    input.type = "file"
    input.accept = "image/*"
    input.multiple = true
    input.addEventListener("change", () => this.insert([...(input.files ?? [])]))
    input.click()
  }

  async insert(files: File[]) {
    for (const file of files.slice(0, MOST)) {
      const id = await this.upload(file)
      if (!id) {
        say(fill(this.place.texts, "image_failed"))
        continue
      }
      const { texts } = this.place
      const yes = fill(texts, "image_set")
      const question = {
        title: fill(texts, "image_alt"),
        value: "",
        yes,
        cancel: fill(texts, "image_no_alt"),
      }
      const answer = await ask(question)
      const src = this.place.src.replace("{id}", encodeURIComponent(id))
      this.editor()
        ?.chain()
        .focus()
        .setImage({ src, alt: answer?.value ?? "" })
        .run()
    }
  }

  private async upload(file: File): Promise<string | null> {
    const form = new FormData()
    form.set("space_id", this.place.space)
    form.set("file", file, file.name || "image.png")
    const headers = { Accept: "application/json", "X-Requested-With": "fetch" }
    const answer = await fetch(this.place.url, { method: "POST", body: form, headers }).catch(() => null)
    if (!answer?.ok) return null
    return ((await answer.json()) as { id: string }).id
  }
}

/** Takes pictures that are pasted or dropped; everything else goes its usual way. */
export function takePictures(pictures: Pictures) {
  return Extension.create({
    name: "takePictures",
    addProseMirrorPlugins() {
      const take = (event: Event, list: FileList | undefined): boolean => {
        const files = [...(list ?? [])].filter(({ type }) => type.startsWith("image/"))
        if (files.length === 0 || !this.editor.isEditable) return false
        event.preventDefault()
        pictures.insert(files)
        return true
      }
      return [
        new Plugin({
          props: {
            handlePaste: (_view, event) => take(event, event.clipboardData?.files),
            handleDrop: (_view, event) => take(event, event.dataTransfer?.files),
          },
        }),
      ]
    },
  })
}
