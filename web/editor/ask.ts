// A small dialog of the editor: one field, one verb, one way back.

export type Question = {
  title: string
  value: string
  yes: string
  cancel: string
  extra?: string
  type?: string
}
export type Answer = { value: string; extra: boolean } | null

let asked = 0

export function ask(question: Question): Promise<Answer> {
  asked += 1
  const dialog = document.createElement("dialog")
  dialog.className = "dialog"
  dialog.setAttribute("aria-labelledby", `ask-${asked}`)
  const form = made("form", "")
  form.setAttribute("method", "dialog")
  const head = made("div", "dh")
  const title = made("h2", "", question.title)
  title.id = `ask-${asked}`
  head.append(title)

  const body = made("div", "db")
  const field = document.createElement("input")
  field.className = "in"
  field.type = question.type ?? "text"
  field.value = question.value
  field.setAttribute("aria-labelledby", title.id)
  body.append(field)

  const foot = made("div", "df")
  foot.append(button(question.cancel, "btn btn-quiet", "no", "button", () => dialog.close("no")))
  if (question.extra) {
    foot.append(button(question.extra, "btn btn-line", "extra", "button", () => dialog.close("extra")))
  }
  foot.append(button(question.yes, "btn btn-main", "yes", "submit"))
  form.append(head, body, foot)
  dialog.append(form)
  dialog.setAttribute("data-turbo-temporary", "")
  document.body.append(dialog)
  dialog.showModal()
  field.select()

  return new Promise((answer) => {
    dialog.addEventListener("close", () => {
      dialog.remove()
      const { returnValue } = dialog
      const taken = returnValue === "yes" || returnValue === "extra"
      answer(taken ? { value: field.value.trim(), extra: returnValue === "extra" } : null)
    })
  })
}

function button(
  words: string,
  className: string,
  value: string,
  type: "button" | "submit",
  run?: () => void,
) {
  const element = document.createElement("button")
  element.type = type
  element.className = className
  element.value = value
  element.textContent = words
  if (run) element.addEventListener("click", run)
  return element
}

function made(name: string, className: string, text?: string): HTMLElement {
  const element = document.createElement(name)
  if (className) element.className = className
  if (text !== undefined) element.textContent = text
  return element
}
