// Anna puts a document into the company's network; she and Bernd talk about a passage of it and write a page
// together, he for a while without a connection.
import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { axe, calm, launch, PHONE, reflows, shots, signIn } from "../browser.mjs"
import { startServer } from "../server.mjs"

let server, browser, anna, bernd, annasToken, space

async function api(token, method, path, body) {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: body && JSON.stringify(body),
  })
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${await answer.clone().text()}`)
  return answer.status === 204 ? undefined : answer.json()
}

before(async () => {
  server = await startServer()
  browser = await launch()
  await server.person("Adam Adler", "adam@example.org", "admin")
  const people = [await server.person("Anna Ahrens", "anna@example.org"), await server.person("Bernd Brückner", "bernd@example.org")]
  annasToken = await server.token("anna@example.org")
  space = await api(annasToken, "POST", "/spaces", { name: "Umzug nach Köln", visibility: "private" })
  await api(annasToken, "POST", `/spaces/${space.id}/members`, { email: "bernd@example.org", role: "writer" })
  ;[anna, bernd] = [await signIn(browser, server, people[0]), await signIn(browser, server, people[1])]
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

test("an uploaded file is there, is read, and is found by a word inside it", async () => {
  await anna.goto(`/spaces/${space.id}`)
  await axe(anna)
  await reflows(anna)
  const text = "Ablauf\n\nDer Möbelwagen kommt am 3. Mai um acht Uhr.\nDanach die Pflanzen.\n"
  const file = { name: "Ablauf.txt", mimeType: "text/plain", buffer: Buffer.from(text) }
  await anna.locator('#shelf input[type="file"]').first().setInputFiles(file)
  await anna.getByRole("link", { name: /Ablauf/ }).first().click()
  await anna.getByText("Der Möbelwagen kommt").waitFor()
  await axe(anna)
  await reflows(anna)
  await shots(anna, "document")
  await anna.goto("/search?q=M%C3%B6belw%C3%A4gen")
  await anna.getByRole("link", { name: "Ablauf" }).first().waitFor()
  await axe(anna)
  calm(anna)
})

test("they talk about a passage, and the other sees it without a reload", async () => {
  const { items } = await api(annasToken, "GET", `/documents?space=${space.id}`)
  const address = `/documents/${items[0].id}`
  await bernd.goto(address)
  await bernd.getByLabel("Ihr Kommentar", { exact: true }).waitFor()
  await anna.goto(address)
  await anna.getByLabel("Ihr Kommentar", { exact: true }).waitFor()
  await anna.getByText("Der Möbelwagen kommt").evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf("3. Mai")
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 6)
      getSelection().removeAllRanges()
      getSelection().addRange(range)
    }
  })
  await anna.keyboard.press("Alt+Enter")
  await anna.getByLabel("Ihr Kommentar", { exact: true }).fill("Passt der Tag? @Bernd Brückner")
  await anna.getByRole("button", { name: /An 2 Mitglieder senden/ }).click()
  await bernd.getByText("Passt der Tag?").waitFor()
  assert.ok(await bernd.getByText("3. Mai", { exact: true }).first().isVisible())
  await bernd.getByRole("link", { name: /1 neue/ }).waitFor()
  calm(anna)
  calm(bernd)
})

test("they write a page together, and what one wrote without a connection arrives", async () => {
  const made = await api(annasToken, "POST", "/pages", { space_id: space.id, title: "Packliste", markdown: "Zuerst die Kisten.\n" })
  const pages = [anna, bernd]
  for (const page of pages) {
    await page.goto(made.url)
    await page.locator('[contenteditable="true"]').getByText("Zuerst die Kisten.").waitFor()
  }
  const write = async (page, words) => {
    await page.locator('[contenteditable="true"]').click()
    await page.keyboard.press("Control+End")
    await page.keyboard.press("Enter")
    await page.keyboard.type(words)
  }
  await write(anna, "Dann die Pflanzen.")
  await bernd.getByText("Dann die Pflanzen.").waitFor()
  await bernd.context().setOffline(true)
  await write(bernd, "Zuletzt der Kühlschrank.")
  await write(anna, "Und die Lampe.")
  await bernd.context().setOffline(false)
  for (const page of pages) {
    for (const words of ["Zuletzt der Kühlschrank.", "Und die Lampe."]) await page.getByText(words).waitFor()
  }
  await axe(anna)
  await reflows(anna)
  await shots(anna, "page")
  const markdown = await fetch(`${server.url}/api/v1/documents/${made.id}/export?as=md`, { headers: { authorization: `Bearer ${annasToken}` } })
  assert.match(await markdown.text(), /Kühlschrank/)
})

test("somebody who is not in the space sees nothing of it", async () => {
  const olga = await signIn(browser, server, await server.person("Olga Ohnezugang", "olga@example.org"), PHONE)
  await olga.goto(`/spaces/${space.id}`)
  await olga.getByRole("heading", { name: "Hier ist nichts" }).waitFor()
  await axe(olga)
  await reflows(olga)
  await olga.goto("/search?q=Ablauf")
  await olga.getByText("Nichts gefunden").waitFor()
  calm(olga)
})
