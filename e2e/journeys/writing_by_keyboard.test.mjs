// Anna has no mouse: she writes a page, brings an older version back, takes something out of the bin, and reads
// what others said.
import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { calm, launch, open } from "../browser.mjs"
import { choose, follow, go, press, stands, write } from "../keyboard.mjs"
import { startServer } from "../server.mjs"

let server, browser, anna, space

async function api(email, method, path, body) {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${await server.token(email)}`, "content-type": "application/json" },
    body: body && JSON.stringify(body),
  })
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${await answer.clone().text()}`)
  return answer.json()
}

before(async () => {
  server = await startServer()
  browser = await launch()
  await server.person("Bernd Brückner", "bernd@example.org", "admin")
  const { link } = await server.person("Anna Ahrens", "anna@example.org")
  space = await api("anna@example.org", "POST", "/spaces", { name: "Umzug nach Köln", visibility: "internal" })
  anna = await open(browser, server)
  await anna.goto(link)
  await press(anna, "button", "Anmelden")
  await anna.waitForURL("/")
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

test("she writes a page with a heading, a list from the menu, and a table", async () => {
  await follow(anna, "Umzug nach Köln", `/spaces/${space.id}`)
  await follow(anna, "Seite schreiben", /\/pages\/new/)
  await stands(anna, "textbox", "Titel der Seite")
  await anna.keyboard.type("Packliste")
  await anna.keyboard.press("Enter")
  await anna.waitForURL(/\/documents\/[0-9a-f-]+$/)
  const text = anna.locator('[contenteditable="true"]')
  await text.waitFor()
  await go(anna, "textbox", "Text der Seite")
  await anna.keyboard.type("## Zuerst")
  await anna.keyboard.press("Enter")
  await anna.keyboard.type("/zum")
  await anna.getByRole("listbox", { name: "Einfügen" }).getByRole("option", { name: "Zum Abhaken" }).waitFor()
  await anna.keyboard.press("Enter")
  await anna.keyboard.type("Kisten")
  await anna.keyboard.press("Enter")
  await anna.keyboard.press("Enter")
  await anna.keyboard.type("/ta")
  await anna.getByRole("option", { name: "Tabelle", selected: true }).waitFor()
  await anna.keyboard.press("ArrowDown")
  await anna.keyboard.press("ArrowUp")
  await anna.keyboard.press("Enter")
  await anna.keyboard.type("Wer")
  await anna.keyboard.press("Tab")
  await anna.keyboard.type("Was")
  await text.getByRole("columnheader", { name: "Was" }).waitFor()
  await text.getByRole("heading", { level: 2, name: "Zuerst" }).waitFor()
  assert.equal(await text.getByRole("checkbox").count(), 1)
})

test("the tools are one stop, with arrows inside, and Esc leads back to the text", async () => {
  await anna.keyboard.press("Alt+F10")
  await stands(anna, "combobox", "Art des Absatzes")
  await anna.keyboard.press("ArrowRight")
  await stands(anna, "button", "Fett")
  await anna.keyboard.press("Escape")
  await stands(anna, "textbox", "Text der Seite")
  await anna.getByText(/Gespeichert, auf dem Server angekommen|Alles ist auf dem Server/).waitFor()
  calm(anna)
})

test("she brings the first version of a file back", async () => {
  // In a table Tab goes from cell to cell; the way out of it leads over the tools.
  await anna.keyboard.press("Alt+F10")
  await go(anna, "link", "Umzug nach Köln", "Shift+Tab")
  await anna.keyboard.press("Enter")
  await anna.waitForURL(`/spaces/${space.id}`)
  await anna.getByText("Dateien auswählen").first().waitFor()
  await choose(anna, /^Dateien auswählen/, file("Die Lampe zuerst.\n"))
  await anna.getByRole("link", { name: /^Ablauf/ }).first().waitFor()
  await follow(anna, /^Ablauf/, /\/documents\/[0-9a-f-]+$/)
  await anna.getByText("Die Lampe zuerst.").waitFor()
  await choose(anna, /^Neue Fassung/, file("Die Kiste zuerst.\n"))
  await anna.getByText("Die Kiste zuerst.").waitFor()
  await press(anna, "button", "Mehr zu diesem Dokument")
  await follow(anna, "Fassungen", /\/versions$/)
  await press(anna, "button", /^Zurückholen\s+Fassung 1$/)
  await anna.getByRole("status").getByText("Zurückgeholt").waitFor()
  await anna.getByText("Die Lampe zuerst.").waitFor()
})

test("she puts it into the bin, after second thoughts, and takes it back", async () => {
  await press(anna, "button", "Mehr zu diesem Dokument")
  await press(anna, "button", "In den Papierkorb legen")
  await anna.getByRole("dialog", { name: "In den Papierkorb legen?" }).waitFor()
  await anna.keyboard.press("Escape")
  await stands(anna, "button", "In den Papierkorb legen")
  await anna.keyboard.press("Enter")
  await anna.getByRole("dialog", { name: "In den Papierkorb legen?" }).waitFor()
  await press(anna, "button", "In den Papierkorb legen")
  await anna.getByRole("status").getByText("liegt jetzt im Papierkorb").waitFor()
  await follow(anna, "Dokumente", "/documents")
  await follow(anna, "Papierkorb", "/documents/bin")
  await press(anna, "button", /^Zurückholen\s+Ablauf/)
  await anna.getByRole("status").getByText("liegt wieder an seinem Platz").waitFor()
})

test("the bell tells her what was said, and leads there", async () => {
  const { items } = await api("bernd@example.org", "GET", `/documents?space=${space.id}`)
  const ablauf = items.find(({ title }) => title.startsWith("Ablauf"))
  await api("bernd@example.org", "POST", "/comments", { about: `document/${ablauf.id}`, body: "Gut so." })
  await anna.getByRole("link", { name: "Mitteilungen, 1 neue" }).waitFor()
  await follow(anna, "Mitteilungen, 1 neue", "/notifications")
  await follow(anna, /Bernd Brückner/, /\/documents\/[0-9a-f-]+/)
  await anna.getByRole("listitem").getByText("Gut so.").waitFor()
  await anna.getByRole("link", { name: "Mitteilungen, nichts Neues" }).waitFor()
})

test("she signs out", async () => {
  await press(anna, "button", /Ihr Konto$/)
  await anna.keyboard.press("ArrowUp")
  await stands(anna, "button", "Abmelden")
  await anna.keyboard.press("Enter")
  await anna.waitForURL(/\/sign-in/)
  calm(anna)
})

function file(words) {
  return { name: "Ablauf.txt", mimeType: "text/plain", buffer: Buffer.from(words) }
}
