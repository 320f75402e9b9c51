// Each game once with a mouse, in German and in motion: one wrong answer is explained and comes again, and all
// ends well.
import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { axe, calm, launch, shot, signIn } from "../browser.mjs"
import { mouse } from "../hands.mjs"
import { CHAPTERS, Learner, questions, sentences } from "../playing.mjs"
import { Table } from "../rounds.mjs"
import { startServer } from "../server.mjs"

let server, browser, page, learner, words

before(async () => {
  server = await startServer()
  browser = await launch()
  const mia = await server.person("Mia Maus", "mia@example.org")
  learner = await Learner.of(server, mia, "de")
  page = await signIn(browser, server, mia, { reducedMotion: "no-preference" })
  words = await sentences("de")
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

for (const [index, { key, game }] of CHAPTERS.entries()) {
  test(`${game}: a wrong answer says why, and all right ones come to the good end`, async () => {
    const round = await learner.opened(key)
    await page.goto(`/play/${round.id}`)
    const table = new Table(page, { game, all: await questions("de", key), words, hand: mouse })
    await table.begin()
    await axe(page)
    const met = await table.play()
    await axe(page)
    await shot(page, `${game}-good-end`)
    assert.equal(met.size, round.items.length, "each question of the round was asked")
    const chapters = await learner.chapters()
    assert.equal(chapters[index].parts.game, "done")
    calm(page)
  })
}
