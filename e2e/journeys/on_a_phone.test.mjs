// Anna has only her phone with her: everything is in reach of a thumb, and nothing runs out at the side.
import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { axe, calm, launch, PHONE, shot, signIn } from "../browser.mjs"
import { startServer } from "../server.mjs"

const TARGET_MIN_PX = 24

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
  const person = await server.person("Anna Ahrens", "anna@example.org")
  space = await api("anna@example.org", "POST", "/spaces", { name: "Umzug nach Köln", visibility: "internal" })
  const markdown = "## Zuerst\n\n| Wer | Was | Wann | Womit | Wohin |\n|-|-|-|-|-|\n| Anna | Lampen | Montag | Wagen | Keller |\n"
  await api("anna@example.org", "POST", "/pages", { space_id: space.id, title: "Packliste", markdown })
  anna = await signIn(browser, server, person, PHONE)
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

test("the bar below leads everywhere", async () => {
  const bar = anna.getByRole("navigation", { name: "Hauptmenü unten" })
  for (const [name, address] of [["Bereiche", "/spaces"], ["Dokumente", "/documents"], ["Start", "/"]]) {
    await bar.getByRole("link", { name }).tap()
    await anna.waitForURL(address)
    await bar.locator('[aria-current="page"]').getByText(name).waitFor()
    await holds(anna)
  }
  for (const [name, address] of [["Menschen", "/people"], ["Mein Profil", /\/people\/./], ["Einstellungen", "/account"]]) {
    await bar.getByRole("button", { name: "Mehr" }).tap()
    const sheet = anna.getByRole("dialog", { name: "Mehr" })
    await sheet.waitFor()
    await sheet.getByRole("link", { name }).tap()
    await anna.waitForURL(address)
    await holds(anna)
  }
})

test("she puts a photo in, and comes to it", async () => {
  await anna.getByRole("navigation", { name: "Hauptmenü unten" }).getByRole("link", { name: "Neu" }).tap()
  await anna.getByRole("heading", { level: 1, name: "Wohin möchten Sie hochladen?" }).waitFor()
  const spaces = anna.getByRole("main").getByRole("link", { name: /Umzug nach Köln/ })
  await holds(anna)
  await spaces.first().tap()
  await anna.getByText("Foto machen").waitFor()
  await holds(anna)
  await anna.getByLabel("Dateien auswählen").setInputFiles(file("Möbel.txt", "Der Schrank kommt zuletzt.\n"))
  await anna.getByText("angekommen", { exact: true }).waitFor()
  await anna.getByRole("link", { name: /Zurück zu/ }).tap()
  await anna.getByRole("link", { name: /^Möbel/ }).first().waitFor()
  await holds(anna)
  await anna.getByRole("link", { name: /^Möbel/ }).first().tap()
  await anna.getByText("Der Schrank kommt zuletzt.").waitFor()
  await holds(anna)
})

test("she writes about it", async () => {
  await anna.getByLabel("Ihr Kommentar", { exact: true }).fill("Wirklich zuletzt?")
  await anna.getByRole("button", { name: /^An uns alle senden/ }).tap()
  await anna.getByRole("listitem").getByText("Wirklich zuletzt?").waitFor()
  await anna.getByRole("listitem").filter({ hasText: "Wirklich zuletzt?" }).getByText("Antworten").tap()
  await anna.getByLabel("Antwort an Anna Ahrens").fill("Ja.")
  await holds(anna)
})

test("she reads a page with a wide table", async () => {
  await anna.goto(`/spaces/${space.id}`)
  await anna.getByRole("link", { name: /^Packliste/ }).first().tap()
  await anna.locator('[contenteditable="true"]').getByText("Lampen").waitFor()
  await holds(anna)
  await shot(anna, "phone-page")
})

test("she searches, and finds it", async () => {
  await anna.getByRole("button", { name: "Mehr", exact: true }).tap()
  await anna.getByRole("dialog", { name: "Mehr" }).getByRole("link", { name: "Suchen" }).tap()
  await anna.waitForURL("/search")
  await holds(anna)
  await anna.getByLabel("Suchwort").fill("Schränke")
  await anna.getByRole("main").getByRole("button", { name: "Suchen" }).tap()
  await anna.getByRole("link", { name: /^Möbel/ }).waitFor()
  await holds(anna)
  await anna.getByRole("link", { name: /^Möbel/ }).tap()
  await anna.getByText("Wirklich zuletzt?").waitFor()
  calm(anna)
})

/** Nothing runs out at the side, and what is tapped is large enough, words in running text aside. */
async function holds(page) {
  await page.waitForFunction(() => [...globalThis.document.querySelectorAll("turbo-frame[src]")].every((it) => it.complete))
  const { wider, small } = await page.evaluate((min) => {
    const small = []
    for (const element of globalThis.document.querySelectorAll("a[href], button, summary, select, input:not([type=hidden])")) {
      const { width, height } = element.getBoundingClientRect()
      const hidden = width < 2 || !element.checkVisibility({ visibilityProperty: true }) || element.closest(".sr, .skip")
      const words = element.closest("p, li, dd, label, small")?.textContent.trim() ?? ""
      const running = getComputedStyle(element).display === "inline" && words.length > element.textContent.trim().length
      // The label of a choice is tapped with it.
      const label = element.closest("label")?.getBoundingClientRect()
      const large = width >= min && height >= min
      if (!hidden && !running && !large && !(label && label.height >= min)) small.push(`${element.outerHTML.slice(0, 160)} ${width}×${height}`)
    }
    const { scrollWidth, clientWidth } = globalThis.document.documentElement
    return { wider: scrollWidth - clientWidth, small }
  }, TARGET_MIN_PX)
  assert.ok(wider <= 0, `${page.url()} is ${wider} pixels too wide`)
  assert.deepEqual(small, [], `too small for a thumb at ${page.url()}`)
  await axe(page)
}

function file(name, words) {
  return { name, mimeType: "text/plain", buffer: Buffer.from(words) }
}
