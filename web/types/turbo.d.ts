// The part of Turbo that we call; it ships no types of its own.

declare module "@hotwired/turbo" {
  type Morphing = {
    morphStyle?: "innerHTML" | "outerHTML"
    ignoreActiveValue?: boolean
    callbacks?: { beforeNodeMorphed?: (current: Node, next?: Node) => boolean }
  }

  export const config: {
    drive: { progressBarDelay: number }
    forms: {
      submitter: "disabled" | "aria-disabled"
      confirm: (
        message: string,
        form: HTMLFormElement,
        submitter?: HTMLElement | null,
      ) => Promise<boolean> | boolean
    }
  }

  export function visit(address: string, options?: { action?: "advance" | "replace" }): void
  export function morphElements(current: Element, next: Element | NodeList, options?: Morphing): void
  export function morphChildren(current: Element, next: Element, options?: Morphing): void
  export function renderStreamMessage(message: string): void
}
