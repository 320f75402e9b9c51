// Somebody types what could run into every field there is, and uploads it: it is shown as it was typed, and
// nothing runs on any page.
import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { calm, launch, open, signIn } from "../browser.mjs"
import { clean, fillAll, visit } from "../fields.mjs"
import { startServer } from "../server.mjs"

// Each counts itself in `__ran` if it runs; the sum is in no page unless a template was made of it.
const SHORT = `"><img src=x onerror=__ran=1><script>__ran=1</script>'{{1337*1337}}`
const LONG = [
  SHORT, "<svg/onload=__ran=1>", "[Haus](javascript:__ran=1)", "<a href='javascript:__ran=1'>Haus</a>", "javascript:__ran=1",
  "![](x\" onerror=\"__ran=1)", "${1337*1337}", "<%= 1337*1337 %>", "\u202Egpj.exe", "</textarea></title><iframe srcdoc='<script>parent.__ran=1</script>'>",
].join("\n\n")
const WORDS = { short: SHORT, long: LONG }
const FILES = {
  "a.html": ["text/html", `<!doctype html><title>x</title><p>Haus</p><img src=x onerror="top.__ran=1"><script>top.__ran=1;alert(1)</script>`],
  "b.svg": ["image/svg+xml", `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script><rect width="9" height="9"/></svg>`],
  "c.md": ["text/markdown", `# Haus\n\n${LONG}\n`],
  "d.txt": ["text/plain", LONG],
  [`"><img src=x onerror=__ran=1>.txt`]: ["text/plain", "Haus"],
}

let server, browser, anna, token, space, documents, ran
const met = new Set()

async function api(method, path, body) {
  const json = typeof body === "string"
  const headers = { authorization: `Bearer ${token}`, ...(json && { "content-type": "application/json" }) }
  const answer = await fetch(`${server.url}/api/v1${path}`, { method, headers, body })
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${await answer.clone().text()}`)
  return answer.json()
}

before(async () => {
  server = await startServer()
  browser = await launch()
  const admin = await server.person(SHORT, "anna@example.org", "admin")
  await server.person(`B ${SHORT}`, "bernd@example.org")
  token = await server.token("anna@example.org")
  space = await api("POST", "/spaces", JSON.stringify({ name: SHORT, about: LONG, visibility: "internal" }))
  documents = [await api("POST", "/pages", JSON.stringify({ space_id: space.id, title: SHORT, markdown: LONG }))]
  for (const [name, [type, content]] of Object.entries(FILES)) {
    const form = new FormData()
    form.append("space_id", space.id)
    form.append("file", new Blob([content], { type }), name)
    documents.push(await api("POST", "/documents", form))
  }
  anna = await signIn(browser, server, admin)
  ran = []
  watch(anna)
  token = await server.token("bernd@example.org")
  for (const { id } of documents) await api("POST", "/comments", JSON.stringify({ about: `document/${id}`, body: LONG }))
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

test("nothing runs where it is shown, nor in any answer to what was typed", async () => {
  const [page, file] = documents
  const at = (document, rest = "") => `/documents/${document.id}${rest}`
  const me = (await anna.request.get("/api/v1/me").then((it) => it.json())).id
  const addresses = [
    "/", "/spaces", "/spaces/new", ...["", "/members", "/settings"].map((it) => `/spaces/${space.id}${it}`),
    "/documents", `/documents/new?space=${space.id}`, `/pages/new?space=${space.id}`, ...documents.map((it) => at(it)),
    ...["/versions", "/versions/1", "/versions/new", "/rename", "/move", "/page"].map((it) => at(file, it)), at(page, "/versions"),
    `/documents/in?space=${space.id}`, `/talk?about=document/${page.id}`, "/documents/bin", "/people", `/people/${me}`, "/account",
    "/admin", "/notifications", `/search?q=${encodeURIComponent(SHORT)}`, "/search?q=Haus", "/fairness",
  ]
  for (const address of addresses) {
    await visit(anna, address)
    await fillAll(anna, address, met, WORDS)
  }
  for (const address of ["/", `/spaces/${space.id}`, "/people", "/admin", "/account", at(page), at(file), "/documents"]) await visit(anna, address)
  for (const name of ["name", "about", "title", "body", "q", "note", "what_i_do", "company", "claim", "email", "password"]) assert.ok(met.has(name), `no field ${name} was met`)
  calm(anna)
})

test("nothing runs for somebody who is not signed in", async () => {
  const stranger = await open(browser, server)
  watch(stranger)
  const { link } = await server.person(`C ${SHORT}`, "c@example.org")
  for (const address of ["/sign-in", `/sign-in?then=javascript:__ran=1`, "/sign-in/letter", `/sign-in/letter?then=${encodeURIComponent(SHORT)}`, link]) {
    await visit(stranger, address)
    await fillAll(stranger, address, met, WORDS)
  }
  calm(stranger)
})

test("nothing runs in the page that is written, in its links, and in the quick search", async () => {
  await visit(anna, documents[0].url)
  const text = anna.locator('[contenteditable="true"]')
  await text.click()
  await anna.keyboard.press("Control+End")
  await anna.keyboard.insertText(LONG)
  await anna.getByRole("toolbar").getByRole("button", { name: "Verweis" }).click()
  await anna.getByRole("dialog").getByRole("textbox").fill("javascript:__ran=1")
  await anna.keyboard.press("Enter")
  await clean(anna)
  await visit(anna, documents[0].url)
  await anna.keyboard.press("Control+K")
  await anna.keyboard.insertText("Haus")
  await anna.getByRole("dialog").getByRole("option", { selected: true }).waitFor()
  await clean(anna)
})

test("a file that is opened by itself can do nothing here", async () => {
  const reader = await anna.context().newPage()
  watch(reader)
  for (const { id } of documents.slice(1)) {
    for (const rest of ["content", "text", "content?version=1"]) {
      // What is downloaded is not shown, and that is well.
      await reader.goto(`/documents/${id}/${rest}`).catch(() => undefined)
      assert.equal(await reader.evaluate(() => globalThis.__ran), undefined)
    }
  }
  assert.deepEqual(ran, [])
})

function watch(page) {
  page.on("dialog", async (dialog) => {
    ran.push(`${dialog.message()} at ${page.url()}`)
    await dialog.dismiss()
  })
}
