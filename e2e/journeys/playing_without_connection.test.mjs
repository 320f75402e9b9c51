// A lost connection loses no answer, a second one changes nothing, and a round that is open twice stands the same
// in both windows.
import assert from "node:assert/strict"
import { after, before, beforeEach, test } from "node:test"
import { axe, calm, launch, open, signIn } from "../browser.mjs"
import { mouse } from "../hands.mjs"
import { Learner, questions, sentences } from "../playing.mjs"
import { Table } from "../rounds.mjs"
import { startServer } from "../server.mjs"

const ANSWERS = "**/api/v1/rounds/*/answers"

let server, browser, words, learner, page, round, table, count = 0

before(async () => {
  server = await startServer()
  browser = await launch()
  words = await sentences("de")
})

beforeEach(async () => {
  const person = await server.person("Nora Netz", `nora${++count}@example.org`)
  learner = await Learner.of(server, person, "de")
  page = await signIn(browser, server, person)
  ;({ table, round } = await sat(page, "workplace", "schiessbude"))
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

async function sat(at, key, game) {
  const dealt = await learner.opened(key)
  await at.goto(`${server.url}/play/${dealt.id}`)
  const sitting = new Table(at, { game, all: await questions("de", key), words, hand: mouse })
  await sitting.begin()
  return { table: sitting, round: dealt }
}

function wrong(question) {
  return question.options.find((it) => !it.right)
}

/** What the server knows of the question that stands. */
async function noted({ prompt }) {
  const { items } = await learner.ask("GET", `/rounds/${round.id}`)
  const { done, tried } = items.find((it) => it.prompt === prompt)
  return { done, tried: tried.map((it) => it.why) }
}

test("an answer given without a connection waits, and goes out by itself", async () => {
  const question = await table.asked()
  const { text, why } = wrong(question)
  await page.context().setOffline(true)
  await mouse.choose(page, table.plate(text))
  await page.locator(".g-said", { hasText: words("stage-waiting") }).waitFor()
  await axe(page)
  assert.deepEqual(await noted(question), { done: false, tried: [] })
  await page.context().setOffline(false)
  await page.locator(".g-said.oops", { hasText: why }).waitFor()
  assert.deepEqual(await noted(question), { done: false, tried: [why] })
  await table.solve(question)
  calm(page)
})

test("an answer whose reply is lost counts once", async () => {
  const question = await table.asked()
  const { text, why } = wrong(question)
  await page.route(ANSWERS, async (route) => {
    await route.fetch()
    await route.abort("connectionreset")
  })
  await mouse.choose(page, table.plate(text))
  await page.locator(".g-said", { hasText: words("stage-waiting") }).waitFor()
  assert.deepEqual(await noted(question), { done: false, tried: [why] })
  await page.unroute(ANSWERS)
  await mouse.push(page, words("stage-send-now"))
  await page.locator(".g-said.oops", { hasText: why }).waitFor()
  assert.deepEqual(await noted(question), { done: false, tried: [why] })
  await table.solve(question)
})

test("whoever leaves the page meanwhile finds the answer sent", async () => {
  const question = await table.asked()
  const { text, why } = wrong(question)
  await page.route(ANSWERS, (route) => route.abort("connectionfailed"))
  await mouse.choose(page, table.plate(text))
  await page.locator(".g-said", { hasText: words("stage-waiting") }).waitFor()
  await page.unroute(ANSWERS)
  await page.reload()
  await page.locator(".g-said.oops", { hasText: why }).waitFor()
  assert.deepEqual(await noted(question), { done: false, tried: [why] })
})

test("a pair that was found is still found after a reload", async () => {
  const { table: desk } = await sat(page, "ideen", "aktenpaare")
  const question = await desk.asked()
  const [{ text, meaning }] = question.options
  await desk.look(question.key)
  await desk.pair(text, meaning)
  await page.locator(".ap-card.yes").nth(1).waitFor()
  await page.reload()
  await desk.begin()
  const found = page.locator(".ap-card.yes .ap-words")
  const shown = await found.evaluateAll((all) => all.map((it) => it.childNodes[1].textContent))
  assert.deepEqual(shown.toSorted(), [text, meaning].toSorted())
  await desk.solve({ ...question, options: question.options.slice(1) })
})

test("two windows with the same round stand the same", async () => {
  const question = await table.asked()
  const { text, why } = wrong(question)
  const other = await page.context().newPage()
  const second = (await sat(other, "workplace", "schiessbude")).table
  await mouse.choose(page, table.plate(text))
  await page.locator(".g-said.oops", { hasText: why }).waitFor()
  await other.locator(".g-said", { hasText: words("stage-moved") }).waitFor()
  await second.stage.getByRole("button", { name: words("schiessbude-missed") }).waitFor()
  await table.solve(question)
  const amount = words("schiessbude-tokens", { n: 1, of: round.items.length })
  await page.getByRole("img", { name: amount }).waitFor()
  await other.getByRole("img", { name: amount }).waitFor()
  assert.notEqual((await second.asked()).key, question.key, "the question comes again in the other window")
  calm(page)
})

test("an answer from a device that is behind changes nothing", async () => {
  const phone = await open(browser, server, { storageState: await page.context().storageState() })
  const late = (await sat(phone, "workplace", "schiessbude")).table
  const question = await table.asked()
  await table.solve(question)
  const before = await noted(question)
  assert.equal(before.done, true)
  await mouse.choose(phone, late.plate(wrong(question).text))
  await phone.locator(".g-said", { hasText: words("stage-moved") }).waitFor()
  assert.deepEqual(await noted(question), before)
  await phone.getByRole("img", { name: words("schiessbude-tokens", { n: 1, of: round.items.length }) }).waitFor()
  assert.notEqual((await late.asked()).key, question.key, "the question comes again on the other device")
})
