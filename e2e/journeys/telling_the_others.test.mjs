// Anna tells her space something; Bernd sees it come, answers, votes, and confirms what he has to read.
import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { axe, calm, launch, reflows, signIn } from "../browser.mjs"
import { startServer } from "../server.mjs"

let server, browser, anna, bernd, space

before(async () => {
  server = await startServer()
  browser = await launch()
  const [annasLink, berndsLink] = [
    await server.person("Anna Ahrens", "anna@example.org", "admin"),
    await server.person("Bernd Brückner", "bernd@example.org"),
  ]
  const token = await server.token("anna@example.org")
  const api = async (path, body) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" }
    const answer = await fetch(`${server.url}/api/v1${path}`, { method: "POST", headers, body: JSON.stringify(body) })
    assert.ok(answer.ok, `${path}: ${answer.status}`)
    return answer.json()
  }
  space = await api("/spaces", { name: "Umzug nach Köln", visibility: "private" })
  await api(`/spaces/${space.id}/members`, { email: "bernd@example.org", role: "writer" })
  anna = await signIn(browser, server, annasLink)
  bernd = await signIn(browser, server, berndsLink)
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

const composer = (page) => page.getByRole("form", { name: "Neuer Beitrag" })
const send = (page, name = "An 2 Mitglieder senden") => composer(page).getByRole("button", { name }).click()
const entry = (page, text) => page.getByRole("article").filter({ hasText: text })

test("who will read it stands above, and what was typed survives a reload", async () => {
  await anna.goto(`/spaces/${space.id}`)
  await composer(anna).getByText("Nur Mitglieder dieses Bereichs").waitFor()
  const text = composer(anna).getByLabel("Ihr Beitrag")
  await text.fill("Der Wagen kommt um acht.")
  await text.press("Control+A")
  await composer(anna).getByRole("button", { name: "Fett" }).click()
  assert.equal(await text.inputValue(), "**Der Wagen kommt um acht.**")
  await anna.reload()
  await composer(anna).getByText("Das hatten Sie schon geschrieben.").waitFor()
  assert.equal(await text.inputValue(), "**Der Wagen kommt um acht.**")
  await fits(anna)
})

test("it comes to Bernd's start page at once, and his comment to hers", async () => {
  await bernd.goto("/")
  await send(anna)
  await anna.getByText("Gesendet.").waitFor()
  assert.equal(await composer(anna).getByLabel("Ihr Beitrag").inputValue(), "")
  await entry(bernd, "Der Wagen kommt um acht.").locator("strong").waitFor()
  await fits(bernd)
  await entry(bernd, "Der Wagen kommt um acht.").getByRole("link", { name: "Mitreden" }).click()
  await bernd.getByLabel("Ihr Kommentar").fill("Ich bringe Gurte mit.")
  await bernd.getByRole("button", { name: "An 2 Mitglieder senden" }).click()
  await bernd.getByText("Ich bringe Gurte mit.").waitFor()
  await fits(bernd)
  await anna.getByRole("link", { name: "Mitteilungen, 1 neue" }).waitFor()
  await anna.goto("/")
  await entry(anna, "Der Wagen kommt um acht.").getByRole("link", { name: "1 Kommentar" }).waitFor()
})

test("a poll is voted on in the stream, and voted on anew", async () => {
  await anna.goto(`/spaces/${space.id}`)
  await composer(anna).getByLabel("Was es ist").selectOption("poll")
  await composer(anna).getByLabel("Ihr Beitrag").fill("Wer kocht?")
  await composer(anna).getByLabel("Zur Auswahl").fill("Anna")
  await send(anna)
  await composer(anna).getByText("mindestens zwei Antworten").waitFor()
  await composer(anna).getByLabel("Zur Auswahl").fill("Anna\nBernd")
  await send(anna)
  await anna.getByText("Gesendet.").waitFor()
  await bernd.goto("/")
  const poll = entry(bernd, "Wer kocht?")
  await poll.getByLabel("Anna", { exact: true }).check()
  await poll.getByRole("button", { name: "Abstimmen" }).click()
  await poll.getByText("1 Stimme").waitFor()
  await poll.getByRole("link", { name: "Stimme ändern" }).click()
  await poll.getByLabel("Bernd", { exact: true }).check()
  await poll.getByRole("button", { name: "Abstimmen" }).click()
  await poll.locator(".pollr", { hasText: "Bernd" }).getByText("1 Stimme").waitFor()
  await fits(bernd)
})

test("the answer to a question is marked by who asked", async () => {
  await bernd.goto(`/spaces/${space.id}`)
  await composer(bernd).getByLabel("Was es ist").selectOption("question")
  await composer(bernd).getByLabel("Ihr Beitrag").fill("Wo ist der Schlüssel?")
  await send(bernd)
  await bernd.getByRole("link", { name: "Ansehen" }).click()
  await bernd.waitForURL(/\/posts\//)
  await anna.goto(bernd.url())
  await anna.getByLabel("Ihr Kommentar").fill("Unter der Matte.")
  await anna.getByRole("button", { name: "An 2 Mitglieder senden" }).click()
  const said = bernd.getByRole("listitem").filter({ hasText: "Unter der Matte." })
  await said.getByRole("button", { name: "Das ist die Antwort" }).click()
  await bernd.getByText("Die Antwort", { exact: true }).waitFor()
  await bernd.getByText("beantwortet").waitFor()
  await fits(bernd)
})

test("what is to be read waits until it is confirmed, and its author sees how many have", async () => {
  await anna.goto(`/spaces/${space.id}`)
  await composer(anna).getByLabel("Was es ist").selectOption("announcement")
  await composer(anna).getByLabel("Ihr Beitrag").fill("Am Freitag ist das Büro zu.")
  await send(anna)
  await anna.getByText("Gesendet.").waitFor()
  await bernd.goto("/")
  const waiting = bernd.getByRole("region", { name: "Wartet auf Sie" })
  await waiting.getByRole("link", { name: "Lesen" }).click()
  await bernd.waitForURL(/\/posts\//)
  await bernd.getByRole("button", { name: "Ich habe es gelesen" }).click()
  await bernd.getByText("Sie haben es gelesen").waitFor()
  await fits(bernd)
  await anna.goto(bernd.url())
  await anna.getByText("1 von 1 haben bestätigt").waitFor()
  await fits(anna)
  await bernd.goto("/")
  await waiting.getByText("Niemand wartet auf Sie.").waitFor()
})

test("what Anna tells all goes to all, and she is told so before", async () => {
  await anna.goto("/")
  await composer(anna).getByText("alle 2 Kolleginnen und Kollegen lesen mit").waitFor()
  await composer(anna).getByLabel("Ihr Beitrag").fill("Kuchen in der Küche.")
  await send(anna, "An uns alle senden")
  await anna.getByText("Gesendet.").waitFor()
  await bernd.goto("/?only=posts")
  await entry(bernd, "Kuchen in der Küche.").waitFor()
  calm(anna)
  calm(bernd)
})

async function fits(page) {
  await axe(page)
  await reflows(page)
}
