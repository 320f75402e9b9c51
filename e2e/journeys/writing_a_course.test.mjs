// Wanda writes a course: a mistake is named while she types, she mends it, shoots at her own question, and
// publishes. Lena finds it and plays it. A text that was not saved is still there after a reload.
import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import { axe, calm, launch, reflows, shots, signIn } from "../browser.mjs"
import { startServer } from "../server.mjs"

const SHOTS_MAX = 20

let server, browser, wanda, lena, workshop

before(async () => {
  server = await startServer()
  browser = await launch()
  await server.person("Berta Boss", "boss@example.org", "admin")
  wanda = await signIn(browser, server, await server.person("Wanda Werk", "wanda@example.org"))
  lena = await signIn(browser, server, await server.person("Lena Lernt", "lena@example.org"))
})

after(async () => {
  await browser?.close()
  await server?.stop()
})

async function questions(page) {
  await page.goto(`${workshop}/file?path=de/anfang/questions.txt`)
  await page.locator(".au-sheet.numbered").waitFor()
  return page.getByRole("textbox", { name: /questions\.txt/ })
}

test("she begins with a title, and what she gets is well", async () => {
  await wanda.goto(`${server.url}/learn`)
  await wanda.getByRole("link", { name: "Kurse schreiben" }).click()
  await axe(wanda)
  await shots(wanda, "authors")
  await wanda.getByLabel("Titel").first().fill("Kaffee für alle")
  await wanda.getByRole("button", { name: "Kurs anlegen" }).click()
  await wanda.getByRole("heading", { level: 1, name: "Kaffee für alle" }).waitFor()
  workshop = wanda.url()
  await wanda.getByText("Alles in Ordnung.").waitFor()
  await axe(wanda)
  await reflows(wanda)
  await shots(wanda, "author-course")
})

test("a mistake is named while she types, and the line is one click away", async () => {
  const field = await questions(wanda)
  const text = await field.inputValue()
  await field.fill(text.replace("+ Warum sie es nicht ist.", "- Warum sie es nicht ist."))
  const line = text.split("\n").findIndex((it) => it.startsWith("[single]")) + 1
  await wanda.getByRole("status").filter({ hasText: `Zeile ${line}` }).waitFor()
  await axe(wanda)
  await reflows(wanda)
  await shots(wanda, "author-file")
  await wanda.getByRole("link", { name: `Zeile ${line}` }).first().click()
  const start = await field.evaluate((it) => it.selectionStart)
  assert.equal(text.slice(0, start).split("\n").length, line)
  // Tab leaves the field, as everywhere.
  await wanda.keyboard.press("Tab")
  assert.notEqual(await wanda.evaluate(() => document.activeElement?.id), "text")

  await wanda.reload()
  const again = await questions(wanda)
  assert.match(await again.inputValue(), /- Warum sie es nicht ist/, "it was not saved, and not lost")
  await wanda.getByRole("button", { name: "Entwurf speichern" }).click()
  await wanda.getByText("Entwurf gespeichert.").waitFor()
  await wanda.goto(`${workshop}/publish`)
  await wanda.getByRole("heading", { name: /Noch nicht/ }).waitFor()
  await axe(wanda)
})

test("she mends it and tries her question in its game, which leaves no trace", async () => {
  const field = await questions(wanda)
  const text = await field.inputValue()
  await field.fill(text.replace("- Warum sie es nicht ist.", "+ Warum sie es nicht ist."))
  await wanda.getByRole("status").filter({ hasText: "Alles in Ordnung." }).waitFor()
  const second = text.indexOf("[multiple]")
  await field.evaluate((it, at) => it.setSelectionRange(at, at), second)
  await wanda.waitForFunction(() => document.querySelector("#question").value === "gute-frage")
  await wanda.getByLabel("Welche Frage?").selectOption("falsche-antwort")
  await wanda.getByRole("button", { name: "Diese Frage im Spiel ausprobieren" }).click()
  await wanda.waitForURL(/play/)
  await wanda.getByText("Sie zählt nirgends mit").waitFor()
  await wanda.locator(".g-said").waitFor()
  await axe(wanda)
  await shots(wanda, "author-trial")
  await shoot(wanda, "Zurück zur Datei")
  const game = wanda.locator("section[data-controller=arcade]")
  await game.getByRole("link", { name: "Zurück zur Datei" }).click()
  await wanda.waitForURL(/file/)
  assert.equal(await (await questions(wanda)).inputValue(), text.replace("- Warum", "+ Warum"))
  await wanda.getByRole("button", { name: "Entwurf speichern" }).click()
  await wanda.getByText("Entwurf gespeichert.").waitFor()
})

/** Shoots duck after duck until the link of the end is there. */
async function shoot(page, end) {
  const game = page.locator("section[data-controller=arcade]")
  for (let count = 0; count < SHOTS_MAX; count++) {
    if (await game.getByRole("link", { name: end }).isVisible()) return
    const next = game.getByRole("button", { name: /Nächste Frage|Zum guten Ende/ })
    if (await next.isVisible()) {
      await next.press("Enter")
      await next.waitFor({ state: "hidden" })
      continue
    }
    const before = await game.locator(".g-said").innerText()
    await page.keyboard.press(String((count % 6) + 1))
    const changed = page.waitForFunction(
      ([old]) => document.querySelector(".g-said")?.innerText !== old, [before], { timeout: 3000 },
    )
    await changed.catch(() => undefined)
  }
  throw new Error("the round does not end")
}

test("she looks at the talk and publishes, and Lena finds the course", async () => {
  await wanda.goto(`${workshop}/talk?path=de/anfang/talk.txt`)
  await wanda.getByRole("button", { name: "Vortrag beginnen" }).first().waitFor()
  await axe(wanda)
  await wanda.goto(`${workshop}/publish`)
  await wanda.getByText("2 neue Fragen").waitFor()
  await axe(wanda)
  await shots(wanda, "author-publish")
  await wanda.getByRole("button", { name: "Kurs veröffentlichen" }).click()
  await wanda.getByText("Fassung 1").first().waitFor()
  await wanda.goto(`${workshop}/statistics`)
  await wanda.getByText("Zu wenige Antworten").first().waitFor()
  await axe(wanda)

  await lena.goto(`${server.url}/learn`)
  await lena.getByRole("heading", { name: "Kaffee für alle" }).getByRole("link").click()
  await lena.waitForURL(/courses/)
  await lena.getByRole("link", { name: "Anfangen" }).click()
  await lena.getByText("Schön, dass Sie da sind!").first().waitFor()
})

test("withdrawn, it tells her what stays", async () => {
  await wanda.goto(workshop)
  await wanda.getByRole("button", { name: "Kurs zurückziehen" }).click()
  await wanda.getByRole("dialog").getByRole("button", { name: "Kurs zurückziehen" }).click()
  await wanda.getByRole("button", { name: "Kurs zurückholen" }).waitFor()
  await lena.goto(workshop.replace("authors", "courses"))
  await lena.getByRole("heading", { name: "Dieser Kurs ist zurückgezogen." }).waitFor()
  await axe(lena)
  await shots(lena, "course-withdrawn")
  await wanda.getByRole("button", { name: "Kurs zurückholen" }).click()
  await wanda.getByRole("button", { name: "Kurs zurückziehen" }).waitFor()
  calm(wanda)
  calm(lena)
})
