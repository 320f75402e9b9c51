// What somebody learns who reads along with everything that comes to a page.

/** Letters and figures only, so that no way of escaping them hides a sentence. */
export function bare(text) {
  const unescaped = text.replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)))
  return unescaped.replace(/&#?\w+;/g, "").replace(/[^\p{L}\p{N}]/gu, "")
}

/** All that comes to this page: bodies of answers, and what is said over open connections. */
export class Ear {
  #pending = []
  heard = ""

  constructor(listened) {
    listened.context().on("response", (response) => this.#pending.push(this.#take(response)))
    listened.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => this.#add(String(payload))))
  }

  async #take(response) {
    const kind = response.request().resourceType()
    if (["font", "image", "eventsource"].includes(kind)) return
    // A redirect has no body, and a page that was left gives none any more.
    this.#add(JSON.stringify(response.headers()) + (await response.text().catch(() => "")))
  }

  #add(text) {
    this.heard += bare(text)
  }

  async all() {
    while (this.#pending.length > 0) await this.#pending.pop()
    return this.heard
  }
}

/** In the page: the different makes of answers, without their words, signs and colours; one each is none. */
export function makes() {
  const make = (one) => {
    const copy = one.cloneNode(true)
    for (const drawing of copy.querySelectorAll("svg")) drawing.remove()
    for (const it of [copy, ...copy.querySelectorAll("*")]) {
      for (const name of it.getAttributeNames()) it.setAttribute(name, "")
      for (const node of [...it.childNodes]) if (node.nodeType === Node.TEXT_NODE) node.remove()
    }
    return copy.outerHTML
  }
  const kinds = ["section.game [data-sign]", "[data-arcade-target=list] label.opt", "[data-arcade-target=list] .row"]
  return kinds.map((kind) => [...new Set([...document.querySelectorAll(kind)].map(make))])
}
