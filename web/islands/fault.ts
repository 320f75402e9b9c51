// A form that comes back with a fault may be long: the first field that has one takes the focus, so that it
// comes into sight and is read aloud.

export function goToFault() {
  document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus()
}
