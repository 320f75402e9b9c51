// Runs the journeys in the browser, one after the other, and ends with node's counts of them.
//
//   node e2e/run.mjs [WORD…]      only the journeys whose file name holds one of the words
//
// Their pictures lie in e2e/shots afterwards.
import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { folder } from "./browser.mjs"
import { program } from "./server.mjs"

const words = process.argv.slice(2)
const journeys = readdirSync(join(folder, "journeys"))
  .filter((name) => name.endsWith(".test.mjs"))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  .sort()
  .map((name) => join(folder, "journeys", name))

if (journeys.length === 0) {
  console.error(`There is no such journey in e2e/journeys: ${words.join(", ")}`)
  process.exit(1)
}
if (!existsSync(program)) {
  console.error(`${program} is not there: cargo build --workspace makes it`)
  process.exit(1)
}
if (words.length === 0) rmSync(join(folder, "shots"), { recursive: true, force: true })

// They share the cores with the server and the browser; at the same time they would wait for each other.
const options = ["--test", "--test-concurrency=1", "--test-reporter=spec", "--test-timeout=600000"]
const stdio = ["ignore", "inherit", "inherit"]
const { status } = spawnSync(process.execPath, [...options, ...journeys], { stdio })
process.exit(status ?? 1)
