// Berta assigns a course to everybody, at first forgetting until when; Lena finds it where she learns, and Berta
// looks at the team picture, in which a place is taken as soon as somebody has passed.
import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { axe, calm, launch, PHONE, reflows, shots, signIn } from "../browser.mjs"
import { startServer } from "../server.mjs"

const GIFT = "Wer kocht den Kaffee? { =Wer zuerst kommt. ~Der Praktikant. }"

let server, browser, boss, lena

before(async () => {
  server = await startServer()
  browser = await launch()
  boss = await signIn(browser, server, await server.person("Berta Boss", "berta@example.org", "admin"))
  lena = await signIn(browser, server, await server.person("Lena Lernt", "lena@example.org"), PHONE)
  for (const name of ["Max", "Nils", "Olaf"]) await server.person(`${name} Neu`, `${name.toLowerCase()}@example.org`)
  await api("berta", "POST", "/courses/import?format=gift&title=Kaffee", GIFT)
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

async function api(who, method, path, body) {
  const authorization = `Bearer ${await server.token(`${who}@example.org`)}`
  const isText = typeof body === "string"
  const headers = { authorization, "content-type": isText ? "text/plain" : "application/json" }
  const sent = isText ? body : body && JSON.stringify(body)
  const answer = await fetch(`${server.url}/api/v1${path}`, { method, headers, body: sent })
  assert.ok(answer.ok, `${method} ${path}: ${answer.status}`)
  return answer.status === 204 ? undefined : answer.json()
}

/** All three parts of the one chapter. */
async function pass(who) {
  const { items } = await api(who, "GET", "/courses")
  const { chapters } = await api(who, "GET", `/courses/${items.find((it) => it.title === "Kaffee").id}`)
  await api(who, "POST", `/chapters/${chapters[0].id}/talk/seen`, {})
  const round = await api(who, "POST", "/rounds", { chapter_id: chapters[0].id })
  const [item] = round.items
  const right = item.options.find((it) => it.text === "Wer zuerst kommt.").id
  await api(who, "POST", `/rounds/${round.id}/answers`, { item_id: item.id, option_ids: [right] })
  await api(who, "POST", `/chapters/${chapters[0].id}/task/skip`, { reason: "Hier gibt es keine." })
}

test("a mistake is said beside its field, and all that was filled in stays", async () => {
  await boss.goto("/learn")
  await boss.getByRole("link", { name: "Zuweisungen" }).click()
  await boss.getByRole("link", { name: "Kurs zuweisen" }).click()
  await boss.getByRole("heading", { level: 1, name: "Kurs zuweisen" }).waitFor()
  await axe(boss)
  await boss.getByLabel(/^Kurs/).selectOption("Kaffee")
  await boss.getByRole("radio", { name: /^Pflicht/ }).check()
  await boss.getByLabel(/^Bis wann/).fill("")
  await boss.getByRole("button", { name: "Kurs zuweisen" }).click()
  await boss.getByRole("alert").filter({ hasText: "Bis wann? Zum Beispiel" }).waitFor()
  assert.ok(await boss.getByRole("radio", { name: /^Pflicht/ }).isChecked())
  assert.equal(await boss.getByLabel(/^Kurs/).locator("option:checked").innerText(), "Kaffee")
  await axe(boss)
})

test("people are looked for without losing who was chosen", async () => {
  await boss.getByRole("radio", { name: "Einzelne Menschen" }).check()
  await boss.getByLabel("Max Neu").check()
  await boss.getByLabel("Name", { exact: true }).fill("Len")
  await boss.getByRole("button", { name: "Suchen", exact: true }).click()
  await boss.getByLabel("Olaf Neu").waitFor({ state: "detached" })
  assert.ok(await boss.getByLabel("Max Neu").isChecked())
  assert.ok(!(await boss.getByLabel("Lena Lernt").isChecked()))
  await axe(boss)
  await reflows(boss)
  await shots(boss, "assign")
  await boss.getByRole("radio", { name: /^Alle im Haus/ }).check()
  await boss.getByLabel(/^Bis wann/).fill("2099-01-01")
  await boss.getByRole("button", { name: "Kurs zuweisen" }).click()
  await boss.getByRole("heading", { level: 1, name: "Gleichstand" }).waitFor()
})

test("Lena finds it where she learns", async () => {
  await lena.goto("/learn")
  const given = lena.getByRole("region", { name: "Ihnen zugewiesen" })
  await given.getByRole("heading", { name: "Kaffee" }).waitFor()
  await given.getByText("Pflichtkurs, fertig bis 1. Januar 2099").waitFor()
  await given.getByText("0 von 5 sind dabei.").waitFor()
  await axe(lena)
  await reflows(lena)
  await lena.goto(boss.url())
  await lena.getByRole("heading", { level: 1, name: "Gleichstand" }).waitFor({ state: "detached" })
})

test("the picture fills with whoever passes, and with nobody's name", async () => {
  await pass("lena")
  await boss.reload()
  await boss.getByRole("img", { name: /1 von 5 Plätzen sind besetzt/ }).waitFor()
  await boss.getByText("1 von 5 sind drauf.").waitFor()
  assert.doesNotMatch(await boss.getByRole("main").innerText(), /Lena|Max|Nils|Olaf/)
  await axe(boss)
  await reflows(boss)
  await shots(boss, "gleichstand")
  await boss.getByLabel("Anderer Stichtag").fill("2098-06-30")
  await boss.getByRole("button", { name: "Stichtag ändern" }).click()
  await boss.getByRole("main").getByText("30. Juni 2098").first().waitFor()
  await boss.getByRole("button", { name: "Zuweisung beenden" }).click()
  await boss.getByRole("dialog").getByRole("button", { name: "Zuweisung beenden" }).click()
  await boss.getByRole("heading", { name: "Beendet" }).waitFor()
  await axe(boss)
  calm(boss)
})

test("the rules are set in words, and noted", async () => {
  await boss.goto("/learn/settings")
  await axe(boss)
  await boss.getByRole("radio", { name: /^Ja, so vereinbart/ }).check()
  await boss.getByRole("button", { name: "So einstellen" }).click()
  await boss.getByText("Berta Boss: Namen werden gezeigt").waitFor()
  await axe(boss)
  calm(boss)
})
