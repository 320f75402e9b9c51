// Lets a page with the editor that was opened here before be opened again without a connection, so that
// writing goes on. It asks the network first, keeps only such pages and the files of the house, and forgets
// everything on signing out and when somebody else signs in, when the server sends Clear-Site-Data. Where a
// session has ended, the page to sign in is shown: then the pages are forgotten, and drafts stay for her.

export type {}

type Waitable = Event & { waitUntil(work: Promise<unknown>): void }
type Fetched = Waitable & { request: Request; respondWith(answer: Promise<Response>): void }
type Asked = Waitable & { data: { keep?: string[] } }

declare const self: {
  location: Location
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  addEventListener(name: "install" | "activate", heard: (event: Waitable) => void): void
  addEventListener(name: "fetch", heard: (event: Fetched) => void): void
  addEventListener(name: "message", heard: (event: Asked) => void): void
}

const CACHE = "writing-1"
const MOST_ENTRIES = 200
const PAGE = /^\/(documents|pages)\/[^/]+$/
const FILE = /^\/assets\/[^/]+$/
const SIGN_IN = "/sign-in"
const EDITOR = /data-controller="[^"]*\beditor\b/

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener("activate", (event) =>
  event.waitUntil(Promise.all([self.clients.claim(), forgetOld()])),
)

self.addEventListener("message", (event) => {
  const wanted = (event.data.keep ?? []).slice(0, MOST_ENTRIES).map((address) => new Request(address))
  event.waitUntil(Promise.all(wanted.map((request) => fetched(request).catch(() => {}))))
})

self.addEventListener("fetch", (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== "GET" || origin !== self.location.origin) return
  if (FILE.test(pathname)) event.respondWith(kept(request).then((answer) => answer ?? fetched(request)))
  else if (!readsText(request)) return
  else if (PAGE.test(pathname) && !request.headers.has("Turbo-Frame"))
    event.respondWith(fetched(request).catch((e) => old(request, e)))
  else event.respondWith(asked(request))
})

/** A page, or a frame of one, which is another answer at the same address. */
function readsText({ headers }: Request): boolean {
  return (headers.get("Accept") ?? "").includes("text/html")
}

/** Whoever is signed in is never shown how to sign in. */
async function asked(request: Request): Promise<Response> {
  const answer = await fetch(request)
  const signedOut = answer.status === 401 || (answer.ok && new URL(answer.url).pathname === SIGN_IN)
  if (signedOut) await caches.delete(CACHE)
  return answer
}

async function fetched(request: Request): Promise<Response> {
  const answer = await asked(request)
  const { pathname } = new URL(request.url)
  const cache = await caches.open(CACHE)
  if (FILE.test(pathname)) {
    if (answer.ok) await keep(cache, request.url, answer.clone())
  } else if (!answer.ok || answer.redirected) {
    await cache.delete(request.url) // It may no longer be read.
  } else if (EDITOR.test(await answer.clone().text())) {
    await keep(cache, request.url, answer.clone())
  }
  return answer
}

async function keep(cache: Cache, address: string, answer: Response) {
  await cache.put(address, answer)
  const entries = await cache.keys()
  for (const entry of entries.slice(0, Math.max(0, entries.length - MOST_ENTRIES))) await cache.delete(entry)
}

async function kept(request: Request): Promise<Response | undefined> {
  return (await caches.open(CACHE)).match(request.url)
}

async function old(request: Request, failure: unknown): Promise<Response> {
  const answer = await kept(request)
  if (!answer) throw failure
  return answer
}

async function forgetOld() {
  for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name)
}
