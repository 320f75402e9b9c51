// Draws the sprite: every icon that icons.txt names becomes a <symbol>, and nothing else of the icon set is
// shipped. The two marks of the house are files of their own.

import { readFileSync } from "node:fs"
import type { Plugin } from "vite"

const LIST = "icons.txt"
const MARKS = ["mark.svg", "logo.svg"]

export function icons(): Plugin {
  return {
    name: "icons",
    apply: "build",
    buildStart() {
      this.addWatchFile(LIST)
      this.emitFile({ type: "asset", name: "icons.svg", source: sprite() })
      for (const name of MARKS) this.emitFile({ type: "asset", name, source: readFileSync(name, "utf8") })
    },
  }
}

function sprite(): string {
  const names = readFileSync(LIST, "utf8").split("\n").filter(Boolean)
  const symbols = [...new Set(names)].map((name) => symbol(name))
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`
}

function symbol(name: string): string {
  const file = readFileSync(`node_modules/lucide-static/icons/${name}.svg`, "utf8")
  const shapes = file.slice(file.indexOf(">", file.indexOf("<svg")) + 1, file.lastIndexOf("</svg>"))
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.replace(/\s+/g, " ").trim()}</symbol>`
}
