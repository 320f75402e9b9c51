// A new colleague gets a link, signs in with it once, and finds her way on any screen.
import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { axe, calm, launch, open, PHONE, reflows, shots, signIn } from "../browser.mjs"
import { startServer } from "../server.mjs"

let server, browser, dana

before(async () => {
  server = await startServer()
  browser = await launch()
  // With an admin the house is set up, so nobody is asked to do that first.
  await server.person("Adam Adler", "adam@example.org", "admin")
  dana = await server.person("Dana Decker", "dana@example.org")
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

test("somebody without an account is asked to sign in", async () => {
  const page = await open(browser, server)
  await page.goto("/")
  assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1)
  await axe(page)
  await reflows(page)
  await shots(page, "signed-out")
  calm(page)
})

test("the link shows a button, and only the button signs in", async () => {
  const page = await open(browser, server)
  await page.goto(dana.link)
  await page.reload()
  await axe(page)
  await reflows(page)
  const signedIn = await signIn(browser, server, dana)
  assert.ok(await signedIn.getByRole("heading", { level: 1 }).first().isVisible())
  assert.ok((await signedIn.content()).includes("Dana"))
  await axe(signedIn)
  await reflows(signedIn)
  await shots(signedIn, "home")
  calm(signedIn)
})

test("the same link signs nobody in a second time", async () => {
  const page = await open(browser, server, PHONE)
  await page.goto(dana.link)
  assert.ok(!(await page.content()).includes("Dana Decker"))
  await axe(page)
})
