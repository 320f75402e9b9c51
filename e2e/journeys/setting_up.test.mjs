// Adam sets up a new house and invites Dana; she forgets her password, sits at two machines, and leaves again.
import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { axe, calm, launch, open, reflows } from "../browser.mjs"
import { startServer } from "../server.mjs"

const PASSWORD = "Lampe-Kiste-Kühlschrank"
const DANA = "dana@example.org"

let server, browser, adam, dana

before(async () => {
  server = await startServer()
  browser = await launch()
  adam = await open(browser, server)
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

test("the log says where to begin, and the page says what is still wrong", async () => {
  const link = server.log().match(/http:\S+\/setup\?key=\S+/)?.[0]
  assert.ok(link, `the log names no link: ${server.log()}`)
  await adam.goto("/")
  await adam.waitForURL(/\/setup/)
  await adam.goto(link)
  await fits(adam)
  await adam.getByLabel("Firma").fill("Anhängerbau Ahrens")
  await adam.getByLabel("Ihr Name").fill("Adam Adler")
  for (const [email, password, words] of [
    ["adam@x", PASSWORD, "Das ist keine vollständige E-Mail-Adresse"],
    ["adam@example.org", "kurz", "Das Passwort ist zu kurz"],
    ["adam@example.org", "adam@example.org", "ähnelt Ihrer Adresse"],
  ]) {
    await adam.getByLabel("E-Mail").fill(email)
    await adam.getByLabel("Passwort").fill(password)
    await adam.getByRole("button", { name: "Haus einrichten" }).click()
    await adam.getByRole("alert").getByText(words).waitFor()
    assert.equal(await adam.getByLabel("Firma").inputValue(), "Anhängerbau Ahrens")
  }
  await fits(adam)
  await adam.getByLabel("Passwort").fill(PASSWORD)
  await adam.getByRole("button", { name: "Haus einrichten" }).click()
  await adam.getByRole("heading", { level: 1, name: /Adam/ }).waitFor()
  await fits(adam)
})

test("once the house is set up, nobody can do it again", async () => {
  const stranger = await open(browser, server)
  await stranger.goto("/setup")
  await stranger.getByRole("heading", { name: "Hier ist nichts" }).waitFor()
  await fits(stranger)
})

test("Adam invites Dana by mail, and her link lets her choose a password", async () => {
  await adam.getByRole("link", { name: "Verwaltung" }).click()
  await fits(adam)
  const form = adam.getByRole("region", { name: "Jemanden einladen" })
  await form.getByLabel("Name").fill("Dana Decker")
  await form.getByLabel("E-Mail").fill("adam@example.org")
  await form.getByRole("button", { name: "Einladung schicken" }).click()
  await adam.getByRole("alert").getByText("gibt es schon jemanden im Haus").waitFor()
  await form.getByLabel("E-Mail").fill(DANA)
  await form.getByRole("button", { name: "Einladung schicken" }).click()
  await adam.getByRole("status").getByText("Die Einladung ist unterwegs.").waitFor()
  await row().getByText("eingeladen").waitFor()
  const { links } = await server.mail(DANA, ({ subject }) => subject === "Einladung zu Anhängerbau Ahrens")
  dana = await open(browser, server)
  await dana.goto(links[0])
  await fits(dana)
  await dana.getByLabel("Passwort, wenn Sie eines möchten").fill("kurz")
  await dana.getByRole("button", { name: "Anmelden" }).click()
  await dana.getByRole("alert").getByText("Das Passwort ist zu kurz").waitFor()
  await dana.getByLabel("Passwort, wenn Sie eines möchten").fill(PASSWORD)
  await dana.getByRole("button", { name: "Anmelden" }).click()
  await dana.getByRole("heading", { level: 1, name: /Dana/ }).waitFor()
  await adam.reload()
  await row().getByText("dabei").waitFor()
})

test("a forgotten password is replaced by a letter, and other machines are signed out", async () => {
  const other = await open(browser, server)
  await other.goto("/sign-in")
  await other.getByRole("link", { name: /Passwort vergessen/ }).click()
  await other.getByLabel("E-Mail").fill(DANA)
  await other.getByRole("button", { name: "Link schicken" }).click()
  await other.getByRole("heading", { name: "Sehen Sie in Ihr Postfach" }).waitFor()
  const { links } = await server.mail(DANA, ({ subject }) => subject === "Neues Passwort bei Anhängerbau Ahrens")
  await other.goto(links[0])
  await fits(other)
  await other.getByLabel("Neues Passwort").fill(`${PASSWORD}-neu`)
  await other.getByRole("button", { name: "Anmelden" }).click()
  await other.getByRole("heading", { level: 1, name: /Dana/ }).waitFor()
  await dana.waitForURL(/\/sign-in/)
  await dana.getByLabel("E-Mail").fill(DANA)
  await dana.getByLabel("Passwort").fill(PASSWORD)
  await dana.getByRole("button", { name: "Anmelden" }).click()
  await dana.getByRole("alert").getByText("passen nicht zusammen").waitFor()
  assert.equal(await dana.getByLabel("E-Mail").inputValue(), DANA)
  await dana.getByLabel("Passwort").fill(`${PASSWORD}-neu`)
  await dana.getByRole("button", { name: "Anmelden" }).click()
  await dana.getByRole("heading", { level: 1, name: /Dana/ }).waitFor()
  await dana.goto("/account")
  await fits(dana)
  const places = dana.getByRole("region", { name: "Wo Sie angemeldet sind" })
  assert.equal(await places.getByRole("listitem").count(), 2)
  await places.getByRole("listitem").getByRole("button", { name: "Abmelden" }).click()
  await dana.getByRole("status").getByText("Abgemeldet.").waitFor()
  assert.equal(await places.getByRole("listitem").count(), 1)
  await other.waitForURL(/\/sign-in/)
  calm(other)
})

test("her role changes, and when her account is closed she is out at once", async () => {
  await adam.getByLabel("Rolle von Dana Decker").selectOption({ label: "Verwaltung" })
  await adam.getByRole("status").getByText("Gespeichert.").waitFor()
  await dana.goto("/admin")
  await dana.getByRole("heading", { level: 1, name: "Verwaltung" }).waitFor()
  await row().locator("summary").click()
  await row().getByRole("button", { name: "Konto schließen" }).click()
  await adam.getByRole("dialog").getByRole("button", { name: "Konto schließen" }).click()
  await adam.getByRole("status").getByText("Das Konto ist geschlossen.").waitFor()
  await dana.waitForURL(/\/sign-in/)
  await fits(adam)
  calm(adam)
  calm(dana)
})

function row() {
  return adam.getByRole("row").filter({ hasText: "Dana Decker" })
}

async function fits(page) {
  await axe(page)
  await reflows(page)
}
