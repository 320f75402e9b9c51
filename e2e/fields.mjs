// Every field of a page into which somebody can type: filled, sent, and what came of it looked at.
import assert from "node:assert/strict"

const FIELDS = "textarea, input:not([type]), input[type=text], input[type=search], input[type=email], input[type=password]"

/** Goes there, and looks whether something ran, or could have. */
export async function visit(page, address) {
  await page.goto(address)
  await still(page)
  await clean(page)
}

/**
 * Fills and sends each form of the page whose like was not met before, with a wrong mail address and with a right one;
 * `met` takes the names of the fields.
 */
export async function fillAll(page, address, met, words) {
  for (const { key, at, names } of await page.evaluate(formsOf, FIELDS)) {
    if (met.has(key)) continue
    met.add(key)
    for (const name of names) met.add(name)
    for (const email of [`${words.short}@example.org`, `e${met.size}@example.org`]) {
      await visit(page, address)
      const answered = page.waitForResponse((it) => new URL(it.url()).pathname === at && it.request().resourceType() !== "eventsource")
      const again = (await page.evaluate(formsOf, FIELDS)).find((it) => it.key === key)
      await page.evaluate(send, { index: again.index, email, words, fields: FIELDS })
      await answered
      await still(page)
      await clean(page)
    }
  }
}

/** Fails if something ran, or stands in the page as a thing that can run, in whatever way it came there. */
export async function clean(page) {
  for (const frame of page.frames()) {
    const found = await frame.evaluate(() => {
      const can = "[onerror], [onload], [onclick], [srcdoc], script:not([src]), a[href^='javascript:' i], img[src='x']"
      const there = [...document.querySelectorAll(can)].map((it) => it.outerHTML.slice(0, 200))
      if (globalThis.__ran !== undefined) there.push("it ran")
      if (document.documentElement.outerHTML.includes("1787569")) there.push("a template reckoned")
      return there
    })
    assert.deepEqual(found, [], `at ${frame.url()}`)
  }
}

/** Turbo says on an element that it is busy; frames say when they are complete. */
async function still(page) {
  await page.waitForLoadState("load")
  const busy = () => [...document.querySelectorAll('[aria-busy="true"], turbo-frame[src]:not([complete])')].map((it) => it.outerHTML.slice(0, 200))
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], turbo-frame[src]:not([complete])')).catch(async () => {
    assert.fail(`${page.url()} never comes to rest: ${await page.evaluate(busy)}`)
  })
}

// In the page

/** What tells a form from others: where it goes, without the ids on the way, and the names of its fields. */
function formsOf(fields) {
  return [...document.forms].filter((form) => form.querySelector(fields)).map((form, index) => {
    const at = new URL(form.getAttribute("action") ?? location.href, location.href).pathname
    const names = [...form.querySelectorAll(fields)].map((it) => it.name).filter(Boolean)
    return { index, at, names, key: `${at.replace(/[0-9a-f-]{36}/g, "ID")} ${form.method} ${names}` }
  })
}

/** What the browser itself would refuse goes out, too: the server has to bear it. */
function send({ index, email, words, fields }) {
  const form = [...document.forms].filter((it) => it.querySelector(fields))[index]
  form.noValidate = true
  for (const field of form.querySelectorAll(fields)) {
    const long = field.maxLength < 0 || field.maxLength >= words.long.length
    field.value = field.type === "email" ? email : field.type === "password" || !long || !field.matches("textarea") ? words.short : words.long
    field.dispatchEvent(new InputEvent("input", { bubbles: true }))
  }
  form.requestSubmit()
}
