// Two ways to touch a game: with a mouse, and with keys alone.
import assert from "node:assert/strict"

const STEPS_MAX = 80

/** A mouse: clicks, and drags what can be dragged. */
export const mouse = {
  async choose(page, thing) {
    await thing.click()
  },

  async push(page, name) {
    await page.getByRole("main").getByRole("button", { name }).click()
  },

  /** A letter is dragged into its pigeonhole. */
  async post(page, hole) {
    await drag(page, page.locator(".pv-letter"), hole)
  },

  /** Each binder is dragged to its place, the first one first. */
  async file(page, texts) {
    for (const [index, text] of texts.entries()) {
      const row = page.locator(".ar-shelf > li").nth(index)
      const binder = page.locator(".ar-binder", { hasText: text })
      if ((await places(page)).indexOf(text) === index) continue
      await drag(page, binder, row)
    }
  },

  /** Cards stay face down: one is turned to be read, and turned back. */
  async layOpen() {},

  async peek(card) {
    await card.click()
    const words = await said(card)
    await card.click()
    return words
  },
}

/** Keys: the sign on a plate, Tab and Enter, and the arrows. */
export const keys = {
  async choose(page, thing) {
    await page.keyboard.press(await thing.getAttribute("data-sign"))
  },

  async push(page, name) {
    await reach(page, page.getByRole("main").getByRole("button", { name }))
    await page.keyboard.press("Enter")
  },

  async post(page, hole) {
    await this.choose(page, hole)
  },

  async file(page, texts) {
    for (const [index, text] of texts.entries()) {
      const from = (await places(page)).indexOf(text)
      if (from === index) continue
      await reach(page, page.locator(".ar-binder", { hasText: text }))
      for (let step = from; step > index; step--) await page.keyboard.press("ArrowUp")
    }
  },

  /** Cards lie open, for those who would rather think than remember. */
  async layOpen(page, name) {
    const checked = page.getByRole("radio", { checked: true })
    await reach(page, checked)
    if (!(await page.getByRole("radio", { name }).isChecked())) await page.keyboard.press("ArrowDown")
    await page.getByRole("radio", { name, checked: true }).waitFor()
    await page.keyboard.press("Tab")
  },

  peek: said,
}

/** The texts of the binders from top to bottom. */
export async function places(page) {
  return page.locator(".ar-shelf > li").evaluateAll((rows) => rows.map((row) => row.dataset.words))
}

async function said(card) {
  return card.locator(".ap-words > span").first().evaluate((it) => it.parentElement.childNodes[1].textContent)
}

/** Goes on with Tab until the focus stands there; each stop on the way has to be seen. */
async function reach(page, thing) {
  await thing.waitFor()
  for (let step = 0; step < STEPS_MAX; step++) {
    if (await thing.evaluate((it) => it === document.activeElement)) return
    await page.keyboard.press("Tab")
    assert.equal(await page.evaluate(unseen), undefined, "the focus is not seen")
  }
  assert.fail(`no way to ${thing} by the Tab key`)
}

/** The element that has the focus, if nothing around or in it is outlined: a duck wears it on its plate. */
function unseen() {
  const here = document.activeElement
  if (!here || here === document.body) return undefined
  const around = []
  for (let one = here; one; one = one.parentElement) around.push(one)
  const shows = (one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one)
    return outlineStyle !== "none" && parseFloat(outlineWidth) > 0 && one.getBoundingClientRect().width > 1
  }
  return [...around, ...here.querySelectorAll("*")].some(shows) ? undefined : here.outerHTML.slice(0, 300)
}

async function drag(page, thing, to) {
  await to.scrollIntoViewIfNeeded()
  await thing.hover()
  await page.mouse.down()
  const { x, y, width, height } = await to.boundingBox()
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 12 })
  await page.mouse.up()
}
