// Every page can be read by everybody: in both languages, light and dark, also at the narrowest width.
import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { axe, calm, launch, open, reflows, signIn } from "../browser.mjs"
import { startServer } from "../server.mjs"

let server, browser, person, addresses

before(async () => {
  server = await startServer()
  browser = await launch()
  person = await server.person("Anna Ahrens", "anna@example.org", "admin")
  const token = await server.token("anna@example.org")
  const api = async (method, path, body) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" }
    const answer = await fetch(`${server.url}/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) })
    assert.ok(answer.ok, `${method} ${path}: ${answer.status}`)
    return answer.json()
  }
  const space = await api("POST", "/spaces", { name: "Umzug nach Köln", about: "Wer trägt was.", visibility: "customers" })
  const page = await api("POST", "/pages", { space_id: space.id, title: "Packliste", markdown: "## Zuerst\n\n- Lampen\n" })
  await api("POST", "/comments", { about: `document/${page.id}`, body: "Wo sind die *Lampen*?" })
  const poll = { options: ["Montag", "Dienstag"] }
  const post = await api("POST", "/posts", { space_id: space.id, body: "Wann **fahren** wir?", kind: "question", poll })
  const must = await api("POST", "/posts", { space_id: space.id, body: "# Neu\n\nBitte lesen.", kind: "announcement" })
  const me = await api("GET", "/me")
  addresses = [
    "/", "/spaces", "/spaces/new", ...["", "/members", "/settings", "/settings/visibility?to=public"].map((it) => `/spaces/${space.id}${it}`),
    "/documents", "/documents/new", `/documents/new?space=${space.id}`, `/pages/new?space=${space.id}`, "/documents/bin",
    ...["", "/versions", "/rename", "/move"].map((it) => `/documents/${page.id}${it}`), `/documents/in?space=${space.id}`,
    `/talk?about=document/${page.id}`, "/people", `/people/${me.id}`, "/account", "/admin", "/notifications", "/search", "/search?q=Lampen",
    "/posts/new", `/posts/${post.id}`, `/posts/${must.id}`, `/posts/${post.id}/edit`, "/posts/waiting", "/waiting", "/feed/addresses",
    "/fairness", "/nowhere",
  ]
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

for (const [name, locale, colorScheme] of [["in German", "de-DE", "light"], ["in English and dark", "en-GB", "dark"]]) {
  test(`everything is read ${name}`, async () => {
    const again = await server.command("person", "add", "--email", `${locale}@example.org`, "--name", `Bea ${locale}`, "--role", "admin")
    const link = again.match(/https?:\/\/\S+/)[0]
    const stranger = await open(browser, server, { locale, colorScheme })
    for (const address of ["/sign-in", "/sign-in/letter", "/sign-in/letter?reset=1", link, "/sign-in/link/none"]) await fits(stranger, address)
    const reader = await signIn(browser, server, locale === "de-DE" ? person : { link }, { locale, colorScheme })
    // Whoever chose no language is spoken to in that of the house.
    await reader.goto("/account")
    await reader.locator("select[name=language]").selectOption(locale.slice(0, 2))
    await reader.getByRole("main").locator('form[action="/account"]').getByRole("button").click()
    await reader.locator(`html[lang="${locale.slice(0, 2)}"]`).waitFor()
    for (const address of addresses) {
      await fits(reader, address)
      assert.equal(await reader.locator("html").getAttribute("lang"), locale.slice(0, 2))
    }
    calm(reader)
    calm(stranger)
  })
}

async function fits(page, address) {
  await page.goto(address)
  await page.waitForFunction(() => !document.querySelector("turbo-frame[src]:not([complete])"))
  await axe(page)
  await reflows(page)
}
