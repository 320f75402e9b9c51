// A page becomes an article and goes out at a set time; a stranger reads it. All of it with script switched off.
import assert from "node:assert/strict"
import { writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, test } from "node:test"
import { axe, calm, launch, open, reflows, signIn } from "../browser.mjs"
import { startServer } from "../server.mjs"

const PLAIN = { javaScriptEnabled: false }
const clock = join(tmpdir(), `mitwerk-clock-${process.pid}`)
const TEXT = "## Was sich ändert\n\nJeder *Kranich* bekommt den Adapter.\n\n<script>alert(1)</script>\n"

let server, browser, anna, reader, page

before(async () => {
  await writeFile(clock, "2026-11-24T08:00:00Z")
  server = await startServer(["--test-clock", clock])
  browser = await launch()
  await server.person("Petra Lohmann", "petra@example.org", "admin")
  const person = await server.person("Anna Ahrens", "anna@example.org")
  const token = await server.token("anna@example.org")
  const api = async (path, body) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" }
    const answer = await fetch(`${server.url}/api/v1${path}`, { method: "POST", headers, body: JSON.stringify(body) })
    assert.ok(answer.ok, await answer.clone().text())
    return answer.json()
  }
  const space = await api("/spaces", { name: "Redaktion", visibility: "private" })
  page = await api("/pages", { space_id: space.id, title: "Eine Kupplung", markdown: TEXT })
  anna = await signIn(browser, server, person, PLAIN)
  reader = await open(browser, server, PLAIN)
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

test("a mistake keeps what was typed, and its word stands beside the field", async () => {
  await anna.goto(`/articles/new?page=${page.id}`)
  await anna.getByRole("heading", { name: "Artikel daraus machen", level: 1 }).waitFor()
  await anna.getByLabel("Anreißer").fill("Ab heute liegt die Antwort in jeder Kiste.")
  await anna.getByLabel("Adresse").fill("Neue Kupplung")
  await anna.getByRole("button", { name: "Artikel anlegen" }).click()
  await anna.getByText("Nur kleine Buchstaben, Ziffern und Bindestriche").waitFor()
  assert.equal(await anna.getByLabel("Anreißer").inputValue(), "Ab heute liegt die Antwort in jeder Kiste.")
  await anna.getByLabel("Adresse").fill("neue-kupplung")
  await anna.getByLabel("Schlagwörter").fill("Werkstatt, Kunden")
  await anna.getByRole("button", { name: "Artikel anlegen" }).click()
  await anna.getByRole("heading", { name: "Eine Kupplung", level: 1 }).waitFor()
  await anna.getByText("Alle im Web", { exact: true }).waitFor()
})

test("who has the link sees the draft, and nobody else does", async () => {
  const link = await anna.getByLabel("Link zum Weitergeben").inputValue()
  await reader.goto(link)
  await reader.getByText("Ein Entwurf, den jemand Ihnen zeigen möchte.").waitFor()
  assert.equal((await reader.goto("/blog/neue-kupplung")).status(), 404)
})

test("it appears when the clock says so", async () => {
  await anna.getByLabel("Wann soll er erscheinen?").fill("2026-11-25T10:00")
  await anna.getByRole("button", { name: "Im Web veröffentlichen" }).click()
  await anna.getByText("Erscheint", { exact: true }).waitFor()
  await reader.goto("/blog")
  await reader.getByText("Hier steht noch nichts.").waitFor()
  await writeFile(clock, "2026-11-25T09:30:00Z")
  const until = Date.now() + 15_000
  while ((await reader.goto("/blog/neue-kupplung")).status() !== 200) assert.ok(Date.now() < until, "not yet")
})

test("a stranger reads it, finds it and subscribes to it, without a cookie", async () => {
  await reader.goto("/blog")
  await reader.getByRole("link", { name: "Eine Kupplung" }).click()
  await reader.getByRole("heading", { name: "Eine Kupplung", level: 1 }).waitFor()
  await reader.getByRole("heading", { name: "Was sich ändert", level: 2 }).waitFor()
  await reader.getByText("25. November 2026").first().waitFor()
  assert.deepEqual(await reader.context().cookies(), [])
  await reader.goto("/blog")
  await reader.getByLabel("Ein Wort aus dem Artikel").fill("adapter")
  await reader.getByRole("button", { name: "Suchen" }).click()
  await reader.getByRole("link", { name: "Eine Kupplung" }).waitFor()
  const feed = await (await fetch(`${server.url}/blog/feed.atom`)).text()
  assert.match(feed, /neue-kupplung/)
  await reader.goto("/imprint")
  await reader.getByText("noch nicht eingetragen").waitFor()
})

test("the public pages shut nobody out", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const seeing = await open(browser, server, { colorScheme })
    for (const path of ["/blog", "/blog/neue-kupplung", "/imprint", "/privacy"]) {
      await seeing.goto(path)
      await axe(seeing)
      await reflows(seeing)
    }
    calm(seeing)
    await seeing.context().close()
  }
})

test("nothing went wrong on the way", () => {
  calm(anna)
  calm(reader)
})
