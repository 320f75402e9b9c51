// Anna has no mouse: from the sign-in to the sign-out she finds everything by Tab, and hears what it is.
import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { calm, launch, open } from "../browser.mjs"
import { choose, focused, follow, go, press, stands, write } from "../keyboard.mjs"
import { startServer } from "../server.mjs"

const PASSWORD = "Möbelwagen-Lampe-Kiste"

let server, browser, anna, document

before(async () => {
  server = await startServer()
  browser = await launch()
  await server.person("Bernd Brückner", "bernd@example.org", "admin")
  const { link } = await server.person("Anna Ahrens", "anna@example.org")
  anna = await open(browser, server)
  await anna.goto(link)
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

test("she comes in by her link, chooses a password, signs out, and comes in by the form", async () => {
  await press(anna, "button", "Anmelden")
  await anna.waitForURL("/")
  await press(anna, "button", /Ihr Konto$/)
  await follow(anna, "Einstellungen", "/account")
  await write(anna, "Neues Passwort", PASSWORD)
  await press(anna, "button", "Passwort ändern")
  await anna.getByRole("status").getByText("Das Passwort ist geändert").waitFor()
  await signOut()
  await write(anna, "E-Mail", "anna@example.org")
  await write(anna, "Passwort", "falsch")
  await anna.keyboard.press("Enter")
  await anna.getByRole("alert").getByText("passen nicht zusammen").waitFor()
  await write(anna, "Passwort", PASSWORD)
  await anna.keyboard.press("Enter")
  await anna.waitForURL("/")
})

test("the skip link is the first stop, and jumps over the menu", async () => {
  await anna.keyboard.press("Tab")
  await stands(anna, "link", "Zum Inhalt springen")
  await anna.keyboard.press("Enter")
  await anna.locator("main:focus").waitFor()
  await anna.keyboard.press("Tab")
  const inside = await anna.evaluate(() => globalThis.document.activeElement.closest("main") !== null)
  assert.ok(inside, "the stop after the skip link lies in the content")
})

test("she opens a space for everybody in the house", async () => {
  await press(anna, "button", "Neu")
  await anna.keyboard.press("ArrowUp")
  await stands(anna, "link", "Bereich anlegen")
  await anna.keyboard.press("Escape")
  await stands(anna, "button", "Neu")
  await anna.keyboard.press("ArrowUp")
  await anna.keyboard.press("Enter")
  await anna.waitForURL("/spaces/new")
  await write(anna, /^Name/, "Umzug nach Köln")
  await write(anna, /^Worum es geht/, "Wer trägt was.")
  await go(anna, "radio", /^Nur Mitglieder/)
  await anna.keyboard.press("ArrowDown")
  await stands(anna, "radio", /^Nur wir/)
  await press(anna, "button", "Bereich anlegen")
  await anna.getByRole("heading", { level: 1, name: "Umzug nach Köln" }).waitFor()
})

test("she uploads a file, opens it, and talks about it", async () => {
  await anna.getByText("Dateien auswählen").first().waitFor()
  await choose(anna, /^Dateien auswählen/, text("Die Lampe zuerst.\n"))
  await anna.getByRole("link", { name: /Ablauf/ }).first().waitFor()
  await follow(anna, /^Ablauf/, /\/documents\/[0-9a-f-]+$/)
  document = anna.url()
  await anna.getByText("Die Lampe zuerst.").waitFor()
  await anna.getByLabel("Ihr Kommentar", { exact: true }).waitFor()
  await write(anna, "Ihr Kommentar", "Passt das? @Bern")
  await anna.getByRole("option", { name: "Bernd Brückner", exact: true }).waitFor()
  await anna.keyboard.press("Enter")
  await stands(anna, "combobox", "Ihr Kommentar")
  await press(anna, "button", /^An .*senden$/)
  await anna.getByRole("listitem").getByText("Passt das?").waitFor()
  await press(anna, "button", "Antworten")
  await write(anna, "Antwort an Anna Ahrens", "Ja, es passt.")
  await anna.keyboard.press("Control+Enter")
  await anna.getByRole("listitem").getByText("Ja, es passt.").waitFor()
  await go(anna, "button", "Mit einem Zeichen antworten")
  await anna.keyboard.press("ArrowDown")
  const { role, name: emoji } = await focused(anna)
  assert.equal(role, "button")
  await anna.keyboard.press("Enter")
  await anna.getByRole("button", { name: new RegExp(`^${emoji} 1`), pressed: true }).waitFor()
})

test("she settles it, and opens it again; the focus stays where she was", async () => {
  await press(anna, "button", "Geklärt")
  await stands(anna, "button", "Wieder öffnen")
  await anna.keyboard.press("Enter")
  await stands(anna, "button", "Geklärt")
})

test("Ctrl+K finds it from anywhere; Esc gives the focus back", async () => {
  await press(anna, "link", "Menschen")
  await anna.waitForURL("/people")
  await go(anna, "link", "Dokumente")
  await anna.keyboard.press("Control+K")
  await stands(anna, "combobox", "Suchen")
  await anna.keyboard.press("Escape")
  await stands(anna, "link", "Dokumente")
  await anna.keyboard.press("Control+K")
  await anna.keyboard.type("Ablauf")
  await anna.getByRole("option", { name: /^Ablauf/, selected: true }).waitFor()
  await anna.keyboard.press("Enter")
  await anna.waitForURL(document)
  calm(anna)
})

async function signOut() {
  await press(anna, "button", /Ihr Konto$/)
  await anna.keyboard.press("ArrowUp")
  await stands(anna, "button", "Abmelden")
  await anna.keyboard.press("Enter")
  await anna.waitForURL(/\/sign-in/)
}

function text(words) {
  return { name: "Ablauf.txt", mimeType: "text/plain", buffer: Buffer.from(words) }
}
