// The hands of somebody who has no mouse, and the ears of somebody who does not see: where the focus stands is
// asked of the browser's own tree of roles and names.
import assert from "node:assert/strict"

const STEPS_MAX = 150
const WAIT_MAX_MS = 15_000

const sessions = new WeakMap()

/** What a screen reader says of the element that has the focus: `{ role, name }`. */
export async function focused(page) {
  if (!sessions.has(page)) sessions.set(page, await page.context().newCDPSession(page))
  const session = sessions.get(page)
  const { result } = await session.send("Runtime.evaluate", { expression: "document.activeElement" })
  if (!result.objectId) return { role: "none", name: "" }
  const { nodes } = await session.send("Accessibility.getPartialAXTree", { objectId: result.objectId, fetchRelatives: false })
  const [node] = nodes
  // The summary of details is heard as a button that opens something.
  const role = (node?.role?.value ?? "none").replace(/^DisclosureTriangle.*/, "button")
  return { role, name: (node?.name?.value ?? "").replace(/\s+/g, " ").trim() }
}

/** Waits until the focus stands on what is called so, since pages and dialogs come in their own time. */
export async function stands(page, role, name) {
  const until = Date.now() + WAIT_MAX_MS
  let last
  do {
    last = await focused(page).catch(() => ({ role: "none", name: "" }))
    if (fits(last, role, name)) return seen(page)
  } while (Date.now() < until)
  assert.fail(`The focus stands on ${said(last)}, not on ${role} ${name}, at ${page.url()}`)
}

/** Goes on with the Tab key until the focus stands there; each stop on the way has to be seen. */
export async function go(page, role, name, key = "Tab") {
  const passed = []
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const here = await focused(page)
    if (fits(here, role, name)) return seen(page)
    passed.push(said(here))
    await page.keyboard.press(key)
    await seen(page)
  }
  assert.fail(`No ${role} ${name} at ${page.url()} by the ${key} key, only:\n${[...new Set(passed)].join("\n")}`)
}

/** Goes there, and presses what acts on it. */
export async function press(page, role, name, key = "Enter") {
  await go(page, role, name)
  await page.keyboard.press(key)
}

/** Goes to the field and writes into it, in place of what it held. */
export async function write(page, name, words) {
  await go(page, /textbox|searchbox|combobox/, name)
  await page.keyboard.press("Control+A")
  await page.keyboard.type(words)
}

/** Goes to the field for files and puts them in, as no key reaches into the window of the operating system. */
export async function choose(page, name, files) {
  await go(page, "button", name)
  const input = await page.evaluateHandle(() => document.activeElement)
  await input.setInputFiles(files)
}

/** A link leads to the next page as soon as its address is there. */
export async function follow(page, name, address, role = "link") {
  await press(page, role, name)
  await page.waitForURL(address)
  await page.getByRole("heading", { level: 1 }).first().waitFor()
}

/** Fails where nobody could see the focus: on the element itself, or on what is drawn around a hidden field. */
async function seen(page) {
  const hidden = await page.evaluate(() => {
    const shows = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0
    let element = document.activeElement
    // The region that the skip link leads to, and the page itself, are places to start from.
    if (!element || element === document.body || element.id === "inhalt") return ""
    if (element instanceof HTMLIFrameElement) return ""
    if (getComputedStyle(element).boxShadow !== "none" && element.getBoundingClientRect().width > 1) return ""
    for (; element; element = element.parentElement) {
      if (shows(getComputedStyle(element)) && element.getBoundingClientRect().width > 1) return ""
    }
    return document.activeElement.outerHTML.slice(0, 300)
  })
  assert.equal(hidden, "", `the focus is not seen at ${page.url()}`)
}

function fits(here, role, name) {
  const roleFits = role instanceof RegExp ? role.test(here.role) : here.role === role
  return roleFits && (name instanceof RegExp ? name.test(here.name) : here.name === name)
}

function said({ role, name }) {
  return `${role} “${name}”`
}
