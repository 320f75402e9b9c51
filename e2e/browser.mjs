// Debian's Chromium, a window per person, and what every page has to hold: nothing that shuts somebody out,
// no error in a script, and no request to another place.
import assert from "node:assert/strict"
import { mkdir } from "node:fs/promises"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { chromium } from "playwright-core"

export const folder = dirname(fileURLToPath(import.meta.url))

const axeSource = createRequire(import.meta.url)("axe-core").source
const AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

const ACTION_MAX_MS = 15_000

/** A phone as narrow as they come, for `open` and `signIn`. */
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

export async function launch() {
  return chromium.launch({
    executablePath: process.env.MITWERK_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage",
      "--force-color-profile=srgb",
    ],
  })
}

/** A window of its own at this server, in German unless `options`, which are Playwright's, say otherwise. */
export async function open(browser, server, options = {}) {
  const context = await browser.newContext({
    baseURL: server.url,
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
    ...options,
  })
  context.setDefaultTimeout(ACTION_MAX_MS)
  context.faults = []
  context.on("request", (request) => {
    const stays = ["data:", "blob:", "about:"].some((scheme) => request.url().startsWith(scheme))
    if (!stays && new URL(request.url()).host !== new URL(server.url).host) {
      context.faults.push(`asked another place: ${request.url()}`)
    }
  })
  context.on("weberror", (error) => context.faults.push(`error in a script: ${error.error().stack}`))
  context.on("console", (message) => {
    if (/Content.Security.Policy/i.test(message.text())) context.faults.push(message.text())
  })
  context.on("response", (response) => {
    if (response.status() >= 500) context.faults.push(`${response.status()} for ${response.url()}`)
  })
  return context.newPage()
}

/** Opens the person's link in a window of its own, presses its button, and gives the page she comes to. */
export async function signIn(browser, server, person, options = {}) {
  const page = await open(browser, server, options)
  await page.goto(person.link)
  const before = page.url()
  await page.getByRole("main").getByRole("button").first().click()
  await page.waitForURL((url) => url.href !== before)
  return page
}

/** Fails if something happened in the page's window that never may, see `open`. Ends a journey. */
export function calm(page) {
  assert.deepEqual(page.context().faults, [])
}

/** Fails with what axe finds against WCAG 2.2 AA, in the page and in the frames of the same site. */
export async function axe(page) {
  const found = []
  for (const frame of page.frames()) {
    if (frame !== page.mainFrame() && !frame.url().startsWith(new URL(page.url()).origin)) continue
    // A preview stands in a sandbox in which no script runs, ours neither.
    const sandbox = frame.parentFrame() && (await (await frame.frameElement()).getAttribute("sandbox"))
    if (typeof sandbox === "string" && !sandbox.includes("allow-scripts")) continue
    await frame.evaluate(axeSource)
    const { violations } = await frame.evaluate(
      (rules) => globalThis.axe.run(document, { runOnly: { type: "tag", values: rules }, iframes: false }),
      AXE_RULES,
    )
    found.push(...violations)
  }
  const told = found.map(({ id, help, nodes }) => {
    const where = nodes.map((node) => `    ${node.html}\n    ${node.failureSummary}`)
    return [`${id}: ${help}`, ...where].join("\n")
  })
  assert.equal(found.length, 0, `axe finds on ${page.url()}:\n${told.join("\n")}`)
}

/** Takes a picture of the whole page into e2e/shots. */
export async function shot(page, name) {
  await mkdir(join(folder, "shots"), { recursive: true })
  await page.screenshot({ path: join(folder, "shots", `${name}.png`), fullPage: true })
}

/** Four pictures: narrow and wide, light and dark. Leaves the page as it was. */
export async function shots(page, name) {
  const before = page.viewportSize()
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 800 })
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme })
      await shot(page, `${name}-${width}-${colorScheme}`)
    }
  }
  await page.emulateMedia({ colorScheme: null })
  await page.setViewportSize(before)
}

/** Fails if the page has to be scrolled sideways at the narrowest width that WCAG 1.4.10 asks for. */
export async function reflows(page) {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 740 })
  const wider = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  await page.setViewportSize(before)
  assert.ok(wider <= 0, `${page.url()} is ${wider} pixels too wide at 320 pixels`)
}
