// The fields of the plain form, one way for each kind of question: choices, an order, pairs, a text.

import { make } from "./draw"
import type { Given, Item, Tried } from "./kinds"
import type { Words } from "./texts"

export interface Asked {
  item: Item
  found: ReadonlyMap<string, string>
  last: Given | undefined
  text: Words
}

type Answer = Omit<Given, "item_id">

/** Fields, and what was answered with them; `undefined` while something is missing. */
export interface Fields {
  elements: HTMLElement[]
  answer(): Answer | undefined
}

export function fields(asked: Asked): Fields {
  const { kind } = asked.item
  if (kind === "single" || kind === "talk") return choices(asked, "radio")
  if (kind === "multiple") return choices(asked, "checkbox")
  if (kind === "order") return order(asked)
  if (kind === "pairs" || kind === "sort") return pairs(asked)
  return written(asked)
}

function choices({ item, found, text }: Asked, type: "radio" | "checkbox"): Fields {
  const inputs: HTMLInputElement[] = []
  const elements = item.options.map((option) => {
    const tried = item.tried.find((one) => one.option === option.id)
    const right = found.has(option.id)
    const input = make("input", { type, name: "option", value: option.id, disabled: Boolean(tried) || right })
    input.checked = right
    inputs.push(input)
    const state = right ? text("list-right") : tried && reason(tried, text)
    const small = state && make("span", { class: "muted small" }, state)
    return make("label", { class: "opt" }, input, make("span", {}, option.text, small && make("br"), small))
  })
  return {
    elements,
    answer() {
      const chosen = inputs.filter((input) => input.checked)
      const fresh = chosen.some((input) => !input.disabled)
      return fresh ? { option_ids: chosen.map((input) => input.value) } : undefined
    },
  }
}

function order({ item, last, text }: Asked): Fields {
  const known = new Map(item.options.map((option) => [option.id, option.text]))
  const ids = last?.order ?? item.options.map((option) => option.id)
  const list = make("ol", { class: "g-order" })
  const said = make("p", { class: "sr", role: "status" })
  const rows = ids.map((id) => {
    const row = make("li", { "data-id": id }, make("span", {}, known.get(id) ?? ""))
    for (const [key, step] of [["up", -1], ["down", 1]] as const) {
      const label = text(`list-${key}`, { text: known.get(id) ?? "" })
      const button = make("button", { type: "button", class: "btn btn-line btn-sm", "aria-label": label })
      button.append(key === "up" ? "↑" : "↓")
      button.addEventListener("click", () => {
        const other = step < 0 ? row.previousElementSibling : row.nextElementSibling
        if (step < 0) other?.before(row)
        else other?.after(row)
        button.focus()
        const place = [...list.children].indexOf(row) + 1
        said.textContent = text("list-place", { text: known.get(id) ?? "", n: place })
      })
      row.append(button)
    }
    return row
  })
  list.append(...rows)
  const now = () => [...list.children].map((row) => (row as HTMLElement).dataset.id!)
  return { elements: [list, said], answer: () => ({ order: now() }) }
}

function pairs({ item, found, text }: Asked): Fields {
  const selects = new Map<string, HTMLSelectElement>()
  const elements = item.options.map((option) => {
    const id = `arcade-${item.id}-${option.id}`
    const right = found.get(option.id)
    const select = make("select", { class: "in", id, disabled: Boolean(right) })
    select.append(make("option", { value: "" }, text("list-choose")))
    for (const target of item.targets ?? []) {
      const tried = item.tried.find((one) => one.option === option.id && one.target === target.id)
      const words = tried ? text("list-tried", { text: target.text }) : target.text
      const choice = make("option", { value: target.id, disabled: Boolean(tried) }, words)
      choice.selected = target.id === right
      select.append(choice)
    }
    selects.set(option.id, select)
    const reasons = item.tried.filter((one) => one.option === option.id && one.why)
    const why = reasons.map((one) => make("p", { class: "muted small" }, reason(one, text)))
    return make("div", { class: "row" }, make("label", { for: id }, option.text), select, ...why)
  })
  return {
    elements,
    answer() {
      const chosen = [...selects].filter(([, select]) => select.value !== "")
      const fresh = chosen.some(([, select]) => !select.disabled)
      return fresh ? { pairs: Object.fromEntries(chosen.map(([id, { value }]) => [id, value])) } : undefined
    },
  }
}

function written({ item, text }: Asked): Fields {
  const id = `arcade-${item.id}`
  const input = make("input", { class: "in", id, type: "text", autocomplete: "off", maxlength: 200 })
  const label = make("label", { class: "lab", for: id }, text("list-text"))
  const answer = () => (input.value.trim() ? { text: input.value.trim() } : undefined)
  return { elements: [label, input], answer }
}

function reason(tried: Tried, text: Words): string {
  return tried.why ? text("list-why", { why: tried.why }) : text("list-wrong")
}
