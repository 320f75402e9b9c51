// Lena hears Frank Mertens, rides the lift, shoots at ducks (one of them in vain), and then does it for real;
// in English and by keyboard alone it ends the same way.
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { after, before, test } from "node:test"
import { axe, launch, shot, signIn } from "../browser.mjs"
import { press } from "../keyboard.mjs"
import { root, startServer } from "../server.mjs"

const SHOTS_MAX = 120
const DUCKS = ["1", "2", "3", "4", "5", "6"]
const DE = {
  go: /Anfangen|Weitermachen/,
  next: /Nächste Frage|Zum guten Ende/,
  task: "Weiter zur Aufgabe",
}
const EN = { go: /Begin|Go on/, next: /Next question|happy end/, task: "On to the task" }

let server, browser, lena

before(async () => {
  server = await startServer()
  browser = await launch()
  await server.person("Berta Boss", "boss@example.org", "admin")
  lena = await signIn(browser, server, await server.person("Lena Lernt", "lena@example.org"))
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

/** Answers by the keys of the plates until all are right. */
async function play(page, keys, words) {
  const tried = new Map()
  const game = page.locator("section[data-controller=arcade]")
  for (let count = 0; count < SHOTS_MAX; count++) {
    if (await game.getByRole("link", { name: words.task }).isVisible()) return
    const next = game.getByRole("button", { name: words.next })
    if (await next.isVisible()) {
      await next.press("Enter")
      await next.waitFor({ state: "hidden" })
      continue
    }
    const question = await game.getByRole("heading", { level: 2 }).first().innerText()
    const used = tried.get(question) ?? 0
    tried.set(question, used + 1)
    const said = game.locator(".g-said")
    const before = await said.innerText()
    await page.keyboard.press(keys[used % keys.length])
    const changed = page.waitForFunction(
      ([old]) => document.querySelector(".g-said")?.innerText !== old, [before], { timeout: 5000 },
    )
    await changed.catch(() => undefined)
  }
  throw new Error("the round does not end")
}

async function hear(page) {
  await page.getByRole("button", { name: "Vortrag beginnen" }).first().click()
  await page.getByRole("button", { name: "Zum Ende" }).click()
  await page.getByRole("button", { name: /Gehört/ }).click()
  await page.getByRole("button", { name: "Los geht es" }).click()
  await page.waitForURL(/play/)
  await page.locator(".g-said").waitFor()
  await axe(page)
}

/** What stands on a duck that is not right, by the course's own file. */
async function wrongPlate(page) {
  const file = await readFile(join(root, "courses/social-workplace/de/workplace/questions.txt"), "utf8")
  const prompt = await page.locator("section[data-controller=arcade]").getByRole("heading", { level: 2 }).first().innerText()
  const question = file.slice(file.indexOf(prompt.replace(/\s+/g, " ").trim()))
  return new RegExp(question.match(/^- (.*)$/m)[1].slice(0, 24).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
}

/** A file as the browser hands it over. */
function menu(words) {
  return { name: "Speiseplan.txt", mimeType: "text/plain", buffer: Buffer.from(words) }
}

test("she hears the first chapter and rides up", async () => {
  await lena.goto(`${server.url}/learn`)
  await lena.getByRole("link", { name: DE.go }).first().click()
  await lena.waitForURL(/courses/)
  await lena.getByRole("link", { name: DE.go }).first().click()
  await lena.waitForURL(/talk/)
  await lena.getByText("Frank Mertens").first().waitFor()
  await axe(lena)
  await hear(lena)
  await play(lena, ["a", "b", "c", "d", "e", "f"], DE)
  await shot(lena, "aufzug-end")
})

test("a wrong duck says why, and all right ones go down", async () => {
  await lena.goto(`${server.url}/learn`)
  await lena.getByRole("link", { name: DE.go }).first().click()
  const second = lena.getByRole("listitem").filter({ hasText: "The Social Workplace" })
  await second.getByRole("link", { name: "Vortrag" }).click()
  await hear(lena)
  await lena.getByRole("button", { name: await wrongPlate(lena) }).press("Enter")
  await lena.locator(".g-said.oops").waitFor()
  await play(lena, DUCKS, DE)
  await lena.getByRole("link", { name: DE.task }).click()
  await lena.getByRole("heading", { level: 1 }).waitFor()
})

test("the task is done on a real document", async () => {
  await lena.getByRole("button", { name: "Übungsbereich öffnen" }).click()
  await lena.getByRole("heading", { level: 1, name: "Mein Übungsbereich" }).waitFor()
  await lena.getByLabel("Dateien auswählen").first().setInputFiles(menu("Montag: Linsen"))
  await lena.getByRole("link", { name: "Speiseplan" }).first().click()
  await lena.getByRole("heading", { level: 1, name: "Speiseplan" }).waitFor()
  await lena.getByLabel("Neue Fassung").setInputFiles(menu("Montag: Erbsen"))
  await lena.getByText("Nele (Übungskollegin)").first().waitFor()
  await lena.goto(`${server.url}/learn`)
  await lena.getByRole("link", { name: DE.go }).first().click()
  const second = lena.getByRole("listitem").filter({ hasText: "The Social Workplace" })
  await second.getByRole("link", { name: "Aufgabe" }).click()
  await lena.getByRole("button", { name: "Noch einmal prüfen" }).click()
  await lena.getByText("Erledigt. Sie haben es wirklich getan.").waitFor()
  await axe(lena)
})

test("in English, by keyboard alone and standing still, it ends the same way", async () => {
  const person = await server.person("Max Murrt", "max@example.org")
  const max = await signIn(browser, server, person, { locale: "en-GB", reducedMotion: "reduce" })
  await max.goto(`${server.url}/account`)
  await max.locator("select[name=language]").selectOption("en")
  await max.getByRole("main").locator('form[action="/account"]').getByRole("button").press("Enter")
  await max.locator('html[lang="en"]').waitFor()
  await max.goto(`${server.url}/learn`)
  await press(max, "link", EN.go)
  await max.waitForURL(/courses/)
  await press(max, "link", EN.go)
  await max.waitForURL(/talk/)
  await pass(max)
  await play(max, ["a", "b", "c", "d", "e", "f"], EN)
  await max.goto(`${server.url}/learn`)
  await press(max, "link", EN.go)
  await max.waitForURL(/courses/)
  const second = max.getByRole("listitem").filter({ hasText: "The Social Workplace" })
  await second.getByRole("link", { name: "Talk" }).press("Enter")
  await max.waitForURL(/talk/)
  await pass(max)
  await play(max, DUCKS, EN)
  await press(max, "link", EN.task)
  await max.waitForURL(/task/)
  await axe(max)
})

/** From the talk to the game by keys alone. */
async function pass(page) {
  await press(page, "button", "To the end")
  await press(page, "button", /^Heard it/)
  await press(page, "button", /^Let's go/)
  await page.waitForURL(/play/)
  await page.locator(".g-said").waitFor()
}
