// Anna is told what happens to her things, by the bell and by mail, and says how much of it she wants to know.
import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { axe, calm, launch, open, reflows, signIn } from "../browser.mjs"
import { startServer } from "../server.mjs"

const ANNA = "anna@example.org"

let server, browser, anna, berndsToken, space, mine, his

async function api(token, method, path, body) {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: body && JSON.stringify(body),
  })
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${await answer.clone().text()}`)
  return answer.status === 204 ? undefined : answer.json()
}

const say = (about, body) => api(berndsToken, "POST", "/comments", { about: `document/${about.id}`, body })

before(async () => {
  server = await startServer()
  browser = await launch()
  await server.person("Bernd Brückner", "bernd@example.org", "admin")
  const person = await server.person("Anna Ahrens", ANNA)
  berndsToken = await server.token("bernd@example.org")
  const annasToken = await server.token(ANNA)
  space = await api(annasToken, "POST", "/spaces", { name: "Umzug nach Köln", visibility: "private" })
  await api(annasToken, "POST", `/spaces/${space.id}/members`, { email: "bernd@example.org", role: "writer" })
  mine = await api(annasToken, "POST", "/pages", { space_id: space.id, title: "Packliste", markdown: "Kisten.\n" })
  his = await api(berndsToken, "POST", "/pages", { space_id: space.id, title: "Fahrplan", markdown: "Um acht.\n" })
  anna = await signIn(browser, server, person)
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

test("at first nothing waits", async () => {
  await anna.getByRole("link", { name: "Mitteilungen, nichts Neues" }).click()
  await anna.getByText("Es wartet nichts auf Sie.").waitFor()
  await fits(anna)
})

test("the bell and the page tell of her page at once, and opening it makes it read", async () => {
  await say(mine, "Wo sind die Lampen?")
  await anna.getByRole("link", { name: "Mitteilungen, 1 neue" }).waitFor()
  const entry = anna.getByRole("article").filter({ hasText: "Packliste" })
  await entry.getByText("neu", { exact: true }).waitFor()
  await fits(anna)
  await entry.getByRole("link").click()
  await anna.waitForURL(mine.url)
  await anna.getByText("Wo sind die Lampen?").waitFor()
  await anna.goto("/notifications")
  await entry.waitFor()
  assert.equal(await entry.getByText("neu", { exact: true }).count(), 0)
  await anna.getByRole("link", { name: "Mitteilungen, nichts Neues" }).waitFor()
})

test("of a page that is not hers she hears when she is called by name", async () => {
  await say(his, "Das passt so.")
  await say(his, "Oder, @Anna Ahrens?")
  const entry = anna.getByRole("article").filter({ hasText: "Fahrplan" })
  await entry.getByText("Sie sind gemeint").waitFor()
  await anna.getByRole("button", { name: "Alles gelesen" }).click()
  await entry.getByText("neu", { exact: true }).waitFor({ state: "detached" })
  await anna.getByRole("link", { name: "Mitteilungen, nichts Neues" }).waitFor()
  calm(anna)
})

test("a mail comes as soon as she has chosen that, and its link stops it only after a button", async () => {
  await anna.goto("/account")
  await anna.getByLabel("Sofort").check()
  const region = anna.getByRole("region", { name: "Mitteilungen" })
  const saved = anna.waitForResponse((it) => it.url().endsWith("/notifications/choices") && it.request().method() === "GET")
  await region.getByRole("button", { name: "Speichern" }).click()
  await saved
  await say(mine, "Die Lampen sind da.")
  const mail = await server.mail(ANNA, ({ subject, text }) => subject === "Packliste" && text.includes("Die Lampen sind da."))
  assert.ok(mail.links.includes(mine.url.startsWith("http") ? mine.url : `${server.url}${mine.url}`))
  const stop = mail.links.find((link) => link.includes("/notifications/stop/"))
  const reader = await open(browser, server)
  await reader.goto(stop)
  await reader.getByText("Zu „Packliste“ kommen dann keine").waitFor()
  await fits(reader)
  const told = await said("Und die Kisten?")
  assert.ok(told.text.includes("Und die Kisten?"), "a link that was only opened stops nothing")
  await reader.getByRole("button", { name: "Keine Mitteilungen mehr dazu" }).click()
  await reader.getByText("Dazu kommen keine Mitteilungen mehr.").waitFor()
  await say(mine, "Davon hört sie nichts.")
  await say(his, "@Anna Ahrens, hiervon schon.")
  await server.mail(ANNA, ({ subject }) => subject === "Fahrplan")
  assert.ok(!(await server.mails(ANNA)).some(({ text }) => text.includes("Davon hört sie nichts.")))
  calm(reader)
})

test("a forged link stops nothing", async () => {
  const { links } = (await server.mails(ANNA)).find(({ subject }) => subject === "Packliste")
  const stop = links.find((link) => link.includes("/notifications/stop/"))
  await anna.goto(`${stop.slice(0, -4)}AAAA`)
  await anna.getByRole("heading", { name: "Hier ist nichts" }).waitFor()
})

test("how much she hears of a space she says on its page", async () => {
  await anna.goto(`/spaces/${space.id}`)
  const choice = anna.getByLabel("Bescheid sagen bei")
  await choice.selectOption("allem")
  await anna.reload()
  assert.equal(await choice.inputValue(), "all")
  const quiet = await api(berndsToken, "POST", "/pages", { space_id: space.id, title: "Speisekarte", markdown: "Suppe.\n" })
  await say(quiet, "Zum Abend.")
  await server.mail(ANNA, ({ subject }) => subject === "Speisekarte")
})

test("how much she hears of a document she says on its page, also after the link in a mail", async () => {
  await anna.goto(mine.url)
  const choice = anna.getByLabel("Bescheid sagen bei")
  await choice.waitFor()
  assert.equal(await choice.inputValue(), "nothing")
  await choice.selectOption("allem")
  const told = await said("Nun hört sie es wieder.")
  assert.ok(told)
  await axe(anna)
})

async function said(words) {
  await say(mine, words)
  return server.mail(ANNA, ({ text }) => text.includes(words))
}

async function fits(page) {
  await axe(page)
  await reflows(page)
}
