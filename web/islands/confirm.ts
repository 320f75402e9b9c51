// Asks with our dialog where Turbo would ask with the browser's. The dialog is a template of the layout:
//
//   <template id="confirm"><dialog class="dialog"><form method="dialog">… data-part="question|more|no|yes"
//       …</template>
//   <form data-turbo-confirm="In den Papierkorb legen?" data-confirm-yes="In den Papierkorb legen"
//         data-confirm-no="Lieber nicht" data-confirm-more="Dort bleibt es 30 Tage.">
//
// Esc is the gentle answer: it leaves everything as it is.

const PARTS = ["more", "no", "yes"] as const

export function answerInADialog(
  question: string,
  form: HTMLFormElement,
  submitter?: HTMLElement | null,
): Promise<boolean> | boolean {
  const template = document.querySelector<HTMLTemplateElement>("template#confirm")
  const drawn = template?.content.firstElementChild?.cloneNode(true)
  if (!(drawn instanceof HTMLDialogElement)) return window.confirm(question)

  write(drawn, "question", question)
  for (const part of PARTS) {
    const words = said(part, submitter) ?? said(part, form)
    if (words) write(drawn, part, words)
    else if (part === "more") drawn.querySelector('[data-part="more"]')?.remove()
  }
  return ask(drawn)
}

function ask(dialog: HTMLDialogElement): Promise<boolean> {
  const before = document.activeElement
  dialog.setAttribute("data-turbo-temporary", "")
  document.body.append(dialog)
  dialog.showModal()
  return new Promise((answer) => {
    dialog.addEventListener("close", () => {
      dialog.remove()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
      answer(dialog.returnValue === "yes")
    })
  })
}

function said(part: string, element?: HTMLElement | null): string | null | undefined {
  return element?.getAttribute(`data-confirm-${part}`)
}

function write(dialog: HTMLElement, part: string, words: string) {
  const place = dialog.querySelector(`[data-part="${part}"]`)
  if (place) place.textContent = words
}
