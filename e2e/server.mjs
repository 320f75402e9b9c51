// A server of its own for each journey: on a free port of this machine, with an empty data folder.
//
//   const server = await startServer()
//   const anna = await server.person("Anna Ahrens", "anna@example.org")     // { name, email, role, link }
//   …
//   await server.stop()
import assert from "node:assert/strict"
import { execFile, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { decodeMail } from "./mail.mjs"

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target")
export const program = process.env.MITWERK_PROGRAM ?? join(target, "debug", "mitwerk")

const READY_MAX_MS = 60_000
const STOP_MAX_MS = 15_000

/** Starts `mitwerk serve` with these further options, and waits until it is ready. */
export async function startServer(options = []) {
  const data = await mkdtemp(join(tmpdir(), "mitwerk-e2e-"))
  const server = new Server(data, await freePort(), options)
  await server.start()
  return server
}

export class Server {
  #process
  #log = ""

  constructor(data, port, options) {
    this.data = data
    this.port = port
    this.url = `http://127.0.0.1:${port}`
    this.options = options
  }

  /** Starts it, also again after `halt` or `kill`, with the same data at the same address. */
  async start() {
    const place = ["--listen", `127.0.0.1:${this.port}`, "--public-url", this.url]
    const options = [...place, "--data", join(this.data, "data"), ...this.options]
    this.#process = spawn(program, ["serve", ...options], {
      cwd: this.data,
      env: surroundings(),
      stdio: ["ignore", "pipe", "pipe"],
    })
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (this.#log += text))
    }
    this.#process.on("error", (error) => (this.#log += `${error}\n`))
    const until = Date.now() + READY_MAX_MS
    while (Date.now() < until && this.#runs()) {
      const answer = await fetch(`${this.url}/readyz`).catch(() => undefined)
      if (answer?.ok) return
      await pause(50)
    }
    await this.kill()
    throw new Error(`The server did not become ready. Its log:\n${this.log()}`)
  }

  /** Makes somebody with an account; the link signs in once. */
  async person(name, email, role = "member") {
    const said = await this.command("person", "add", "--email", email, "--name", name, "--role", role)
    const link = said.match(/https?:\/\/\S+/)?.[0]
    assert.ok(link, `person add printed no link: ${said}`)
    return { name, email, role, link }
  }

  /** A token for the JSON API in this person's name. */
  async token(email) {
    return (await this.command("token", "create", "--person", email, "--name", "e2e")).trim()
  }

  /** Runs a command of the program beside the server, and gives what it prints. */
  async command(...words) {
    const options = ["--data", join(this.data, "data"), ...databaseOf(this.options)]
    const run = promisify(execFile)(program, [...words, ...options], { cwd: this.data, env: surroundings() })
    return (await run).stdout
  }

  /** All mails to this address, the oldest first: `{ subject, to, text, html, links }`. */
  async mails(email) {
    const folder = join(this.data, "data", "outbox")
    const names = await readdir(folder).catch(() => [])
    const mails = []
    for (const name of names.filter((name) => name.endsWith(".eml")).sort()) {
      mails.push(decodeMail(await readFile(join(folder, name), "latin1")))
    }
    return mails.filter((mail) => mail.to.includes(email))
  }

  /** The newest mail to this address that passes, as soon as there is one. */
  async mail(email, passes = () => true, maxMs = 20_000) {
    const until = Date.now() + maxMs
    while (Date.now() < until) {
      const found = (await this.mails(email)).filter(passes).at(-1)
      if (found) return found
      await pause(100)
    }
    throw new Error(`No such mail came within ${maxMs} ms. Its log:\n${this.log()}`)
  }

  /** The last of what the server has logged. */
  log() {
    return this.#log.slice(-4000)
  }

  /** Ends it as an operator does; the data stay. */
  async halt() {
    await this.#end("SIGTERM")
  }

  /** Ends it as a power failure does; the data stay. */
  async kill() {
    await this.#end("SIGKILL")
  }

  /** Ends it and removes its data. It must never have panicked. */
  async stop() {
    await this.halt()
    await rm(this.data, { recursive: true, force: true })
    assert.doesNotMatch(this.#log, /panicked at/, "the server panicked")
  }

  async #end(signal) {
    if (!this.#runs()) return
    const ended = once(this.#process, "exit")
    this.#process.kill(signal)
    const late = setTimeout(() => this.#process.kill("SIGKILL"), STOP_MAX_MS)
    await ended
    clearTimeout(late)
  }

  #runs() {
    const { pid, exitCode, signalCode } = this.#process ?? {}
    return pid !== undefined && exitCode === null && signalCode === null
  }
}

/** The database of the server is that of the commands beside it, too. */
function databaseOf(options) {
  const at = options.indexOf("--database-url")
  return at < 0 ? [] : options.slice(at, at + 2)
}

/** Options that happen to be set outside must not change what a journey meets. */
function surroundings() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("MITWERK_")))
}

async function freePort() {
  const listener = createServer().listen(0, "127.0.0.1")
  await once(listener, "listening")
  const { port } = listener.address()
  listener.close()
  await once(listener, "close")
  return port
}
