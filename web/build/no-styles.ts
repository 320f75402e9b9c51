// Turbo writes a <style> for its progress bar as soon as it is loaded, which the policy of our pages refuses
// with an error. The bar itself is never shown (see app.ts), so the line that writes is left out. An upgrade
// that words the line otherwise fails here and not on somebody's screen.

import type { Plugin } from "vite"

const MODULE = /@hotwired\/turbo\/dist\/turbo\.es2017-esm\.js/
const WRITES = "    this.installStylesheetElement();\n"

export function noStyles(): Plugin {
  return {
    name: "no-styles",
    transform(code, id) {
      if (!MODULE.test(id)) return null
      if (code.split(WRITES).length !== 2) throw new Error("Turbo writes its styles in another way now")
      return { code: code.replace(WRITES, ""), map: null }
    },
  }
}
