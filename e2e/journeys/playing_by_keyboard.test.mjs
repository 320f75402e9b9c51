// Each game once with keys alone, in English, in the dark and standing still: it comes to the same end as with a
// mouse.
import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { axe, calm, launch, reflows, signIn } from "../browser.mjs"
import { keys } from "../hands.mjs"
import { CHAPTERS, Learner, questions, sentences } from "../playing.mjs"
import { Table } from "../rounds.mjs"
import { startServer } from "../server.mjs"

let server, browser, page, learner, words

before(async () => {
  server = await startServer()
  browser = await launch()
  const max = await server.person("Max Murrt", "max@example.org")
  learner = await Learner.of(server, max, "en")
  page = await signIn(browser, server, max, { locale: "en-GB", colorScheme: "dark" })
  words = await sentences("en")
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

for (const [index, { key, game }] of CHAPTERS.entries()) {
  test(`${game}: by keys alone a wrong answer says why, and it ends as well`, async () => {
    const round = await learner.opened(key)
    await page.goto(`/play/${round.id}`)
    const table = new Table(page, { game, all: await questions("en", key), words, hand: keys })
    await table.begin()
    const moving = await page.evaluate(() => document.getAnimations().filter((it) => it.playState === "running"))
    assert.equal(moving.length, 0, "something moves although that is not wanted")
    await axe(page)
    await reflows(page)
    const met = await table.play()
    await axe(page)
    assert.equal(met.size, round.items.length, "each question of the round was asked")
    const chapters = await learner.chapters()
    assert.equal(chapters[index].parts.game, "done")
    calm(page)
  })
}
