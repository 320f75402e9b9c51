// What is right in a round: read from the texts of the course, never from the server. And the short way to a
// chapter, past those before it.
import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { root } from "./server.mjs"

/** The chapters of the bundled course, in their order, with their games. */
export const CHAPTERS = [
  { key: "warum", game: "aufzug" },
  { key: "workplace", game: "schiessbude" },
  { key: "zusammen", game: "reihenfolge" },
  { key: "leser", game: "postverteiler" },
  { key: "kunden", game: "kundengespraech" },
  { key: "ideen", game: "aktenpaare" },
]

const FIELD = /^(who|mood|says|group|hint|see|done): *(.*)$/
const OPTION = /^(?:([+-]) |\d\. |= |\* )(?:\[\w+\] )?(.*)$/

/**
 * The questions of a chapter: `{ kind, key, prompt, who, says, …, letter, options }`, each option
 * `{ text, right, why }`, of pairs with `meaning`; steps stand in their right order.
 */
export async function questions(language, key) {
  const file = join(root, "courses/social-workplace", language, key, "questions.txt")
  const found = []
  for (const { text, more } of entries(await readFile(file, "utf8"))) {
    const question = found.at(-1)
    const [, kind, name] = text.match(/^\[(\w+)\] ([\w-]+)$/) ?? []
    const [, field, value] = text.match(FIELD) ?? []
    const [, sign, words] = text.match(OPTION) ?? []
    if (kind) found.push({ kind, key: name, prompt: "", options: [] })
    else if (field) question[field] = joined(value, more)
    else if (text.startsWith("* ")) question.letter = joined(words, more)
    else if (words !== undefined) question.options.push(option(words, sign === "+", more, question.kind))
    else question.prompt = joined(question.prompt, text, more)
  }
  return found
}

function option(words, right, why, kind) {
  if (kind !== "pairs") return { text: words.trim(), right: right || kind === "order", why }
  const [text, meaning] = words.split("|").map((part) => part.trim())
  return { text, meaning, right: true, why }
}

function entries(text) {
  const found = []
  for (const line of text.split("\n").filter((it) => it.trim() && !it.trim().startsWith("//"))) {
    const last = found.at(-1)
    if (/^\s/.test(line)) last.more = joined(last.more, line.trim())
    else found.push({ text: line.trim(), more: "" })
  }
  return found
}

function joined(...parts) {
  return parts.filter(Boolean).join(" ").trim()
}

/** The sentences of the games: `words("schiessbude-end-title")`. What is filled in is passed by name. */
export async function sentences(language) {
  const text = await readFile(join(root, "features/arcade/texts", `${language}.ftl`), "utf8")
  const known = new Map(text.split("\n").map((line) => line.split(/ = (.*)/)))
  return (key, values = {}) => {
    const sentence = known.get(`arcade-${key}`)
    assert.ok(sentence, `there is no text arcade-${key}`)
    return sentence.replace(/\{ \$(\w+) \}/g, (_, name) => values[name])
  }
}

/** Which of the questions this is, by what can be read of it. */
export function known(all, { prompt, says, texts }) {
  const fits = (it) => it.prompt === prompt && (!says || it.says === says) && texts.every((text) => reads(it, text))
  const found = all.filter(fits)
  assert.equal(found.length, 1, `questions called ${prompt} with ${says} and ${texts}: ${found.map((it) => it.key)}`)
  return found[0]
}

function reads(question, text) {
  return question.letter === text || question.options.some((it) => it.text === text || it.meaning === text)
}

/** A person who learns, by the API: for what a journey does not want to do by hand. */
export class Learner {
  constructor(server, token, language) {
    Object.assign(this, { server, token, language })
  }

  static async of(server, person, language) {
    const learner = new Learner(server, await server.token(person.email), language)
    await learner.ask("PATCH", "/me", { language })
    return learner
  }

  async ask(method, path, body) {
    const headers = { Authorization: `Bearer ${this.token}`, "Content-Type": "application/json" }
    const sent = { method, headers, body: body && JSON.stringify(body) }
    const response = await fetch(`${this.server.url}/api/v1${path}`, sent)
    const text = await response.text()
    assert.ok(response.ok, `${method} ${path}: ${response.status} ${text}`)
    return text ? JSON.parse(text) : undefined
  }

  async chapters() {
    const { items } = await this.ask("GET", "/courses")
    return items[0].chapters
  }

  /** Hears the talk of this chapter, and passes those before it; gives the round that is dealt for it. */
  async opened(key) {
    const at = CHAPTERS.findIndex((it) => it.key === key)
    for (const [index, chapter] of (await this.chapters()).slice(0, at + 1).entries()) {
      await this.ask("POST", `/chapters/${chapter.id}/talk/seen`)
      if (index === at) return this.ask("POST", "/rounds", { chapter_id: chapter.id })
      if (chapter.parts.game !== "done") await this.pass(chapter, CHAPTERS[index].key)
    }
  }

  async pass(chapter, key) {
    const all = await questions(this.language, key)
    const round = await this.ask("POST", "/rounds", { chapter_id: chapter.id })
    for (const item of round.items.filter((it) => !it.done)) {
      const question = known(all, { ...item, texts: item.options.map((it) => it.text) })
      const verdict = await this.ask("POST", `/rounds/${round.id}/answers`, answer(item, question))
      assert.ok(verdict.correct, `${question.key} was not right: ${verdict.feedback}`)
    }
  }
}

/** What has to be sent so that this item is right. */
export function answer(item, question) {
  const id = (list, text) => list.find((it) => it.text === text).id
  const right = question.options.filter((it) => it.right)
  const given = { item_id: item.id }
  if (question.kind === "order") return { ...given, order: right.map((it) => id(item.options, it.text)) }
  if (question.kind === "sort") return { ...given, pairs: { [item.options[0].id]: id(item.targets, right[0].text) } }
  if (question.kind !== "pairs") return { ...given, option_ids: right.map((it) => id(item.options, it.text)) }
  const pairs = right.map((it) => [id(item.options, it.text), id(item.targets, it.meaning)])
  return { ...given, pairs: Object.fromEntries(pairs) }
}
