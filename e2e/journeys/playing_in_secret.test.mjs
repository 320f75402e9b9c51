// Whoever reads along with all that a round sends to the browser learns nothing of what is right before he has
// answered.
import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { calm, launch, signIn } from "../browser.mjs"
import { Ear, bare, makes } from "../ear.mjs"
import { mouse } from "../hands.mjs"
import { CHAPTERS, Learner, answer, known, questions, sentences } from "../playing.mjs"
import { Table } from "../rounds.mjs"
import { startServer } from "../server.mjs"

const ROUNDS = 12
const ITEM = ["id", "kind", "prompt", "count", "options", "targets", "who", "mood", "says", "group", "hint", "done", "tried"]
const DEAL = ["chapter_id", "game", "id", "items", "passed"]

let server, browser, page, learner, words, author

before(async () => {
  server = await startServer()
  browser = await launch()
  words = await sentences("de")
  const eva = await server.person("Eva Eindringling", "eva@example.org")
  learner = await Learner.of(server, eva, "de")
  author = await server.person("Berta Boss", "boss@example.org", "admin")
  page = await signIn(browser, server, eva)
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

/** Fails if a reason of this question, or its last word, came to the page. */
async function secret(ear, question, said = []) {
  const heard = await ear.all()
  assert.ok(heard.includes(bare(question.prompt)), "nothing was heard at all")
  const reasons = [...question.options.map((it) => it.why), question.done].filter((it) => it && !said.includes(it))
  for (const reason of reasons) assert.ok(!heard.includes(bare(reason)), `“${reason}” came before the answer`)
}

for (const { key, game } of CHAPTERS) {
  test(`${game}: no reason comes before its answer`, async () => {
    const round = await learner.opened(key)
    const ear = new Ear(page)
    await page.goto(`/play/${round.id}`)
    const table = new Table(page, { game, all: await questions("de", key), words, hand: mouse })
    await table.begin()
    const all = round.items.map(({ prompt, says, options }) =>
      known(table.all, { prompt, says, texts: options.map((it) => it.text) }))
    for (const question of all) await secret(ear, question)
    const question = await table.asked()
    for (const found of await page.evaluate(makes)) {
      assert.ok(found.length < 2, `the answers differ before one was given:\n${found.join("\n")}`)
    }
    await table.miss(question)
    const heard = await ear.all()
    const said = question.options.map((it) => it.why).filter((it) => heard.includes(bare(it)))
    // The order of a shelf is judged as a whole, but only one binder is explained at a time.
    assert.equal(said.length, 1, `more was said than the one reason: ${said.join(" / ")}`)
    for (const other of all) await secret(ear, other, said)
    calm(page)
  })
}

test("an item holds nothing but the question, and an option nothing but its words", async () => {
  for (const { key } of CHAPTERS) {
    const round = await learner.opened(key)
    const shown = await learner.ask("GET", `/rounds/${round.id}`)
    for (const deal of [round, shown]) {
      assert.deepEqual(Object.keys(deal).filter((it) => !DEAL.includes(it)), [])
      for (const item of deal.items) {
        assert.deepEqual(Object.keys(item).filter((it) => !ITEM.includes(it)), [])
        for (const option of item.options) assert.deepEqual(Object.keys(option).toSorted(), ["id", "text"])
        const targets = (item.targets ?? []).flatMap((it) => Object.keys(it)).filter((it) => it !== "wall")
        assert.deepEqual([...new Set(targets)].filter((it) => !["id", "text"].includes(it)), [])
      }
    }
  }
})

test("neither place nor name of an option gives it away", async () => {
  for (const key of ["warum", "zusammen", "kunden", "ideen"]) {
    const all = await questions("de", key)
    const [places, names] = [new Set(), new Set()]
    for (let dealt = 0; dealt < ROUNDS; dealt++) {
      const round = await learner.opened(key)
      for (const item of round.items) {
        const question = known(all, { ...item, texts: item.options.map((it) => it.text) })
        const { option_ids: ids, order, pairs } = answer(item, question)
        const first = ids?.[0] ?? order?.[0] ?? Object.entries(pairs).toSorted()[0][1]
        const list = pairs ? item.targets : item.options
        places.add(list.findIndex((it) => it.id === first))
        names.add(list.map((it) => it.id).toSorted().indexOf(first))
        if (order) assert.notDeepEqual(order, item.options.map((it) => it.id), "dealt in the right order")
      }
      await learner.pass({ id: round.chapter_id }, key)
    }
    assert.ok(places.size > 2, `in ${key} the right one stands at ${[...places]} only`)
    assert.ok(names.size > 2, `in ${key} the right one's id comes at ${[...names]} only`)
  }
})

test("no other way leads a learner to the answers", async () => {
  const { items: [course] } = await learner.ask("GET", "/courses")
  const round = await learner.opened("warum")
  const stranger = await Learner.of(server, author, "de")
  const refused = async (who, path) => {
    const response = await fetch(`${server.url}/api/v1${path}`, { headers: { Authorization: `Bearer ${who.token}` } })
    assert.ok([403, 404].includes(response.status), `${path}: ${response.status}`)
  }
  await refused(learner, `/courses/${course.id}/export`)
  await refused(learner, `/courses/${course.id}/statistics`)
  await refused(stranger, `/rounds/${round.id}`)
})
