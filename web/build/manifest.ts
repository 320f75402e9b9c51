// Completes Vite's manifest with short names for what a page must name itself: the sprite and the two fonts
// to preload.

import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Plugin } from "vite"

const SHORT_NAMES: Record<string, RegExp> = {
  "icons.svg": /^assets\/icons-[^/]*\.svg$/,
  "mark.svg": /^assets\/mark-[^/]*\.svg$/,
  "logo.svg": /^assets\/logo-[^/]*\.svg$/,
  "bitter.woff2": /^assets\/bitter-latin-wght-normal-[^/]*\.woff2$/,
  "atkinson.woff2": /^assets\/atkinson-hyperlegible-next-latin-wght-normal-[^/]*\.woff2$/,
}

export function shortNames(): Plugin {
  return {
    name: "short-names",
    apply: "build",
    writeBundle: {
      order: "post",
      sequential: true,
      handler(options, bundle) {
        const path = join(options.dir ?? "dist", "manifest.json")
        const manifest = JSON.parse(readFileSync(path, "utf8"))
        for (const [name, pattern] of Object.entries(SHORT_NAMES)) {
          const file = Object.keys(bundle).find((written) => pattern.test(written))
          if (!file) throw new Error(`nothing was written for ${name}`)
          manifest[name] = { file }
        }
        writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`)
      },
    },
  }
}
