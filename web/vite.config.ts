import tailwindcss from "@tailwindcss/vite"
import { defineConfig } from "vite"
import { icons } from "./build/icons.ts"
import { shortNames } from "./build/manifest.ts"
import { noStyles } from "./build/no-styles.ts"

export default defineConfig({
  plugins: [tailwindcss(), noStyles(), icons(), shortNames()],
  build: {
    target: "es2022",
    manifest: "manifest.json",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // The policy of the pages lets nothing in from a data: address but images.
    chunkSizeWarningLimit: 900, // In KiB; the editor and pdf.js are loaded only where they are needed.
    reportCompressedSize: true,
    rollupOptions: {
      input: ["app.ts", "app.css", "blog.css", "theme.ts", "sw.ts"],
      output: {
        // A service worker governs the folder it is served from, and its name must outlive a release.
        entryFileNames: (chunk) => (chunk.name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
      },
    },
  },
  worker: { format: "es" },
})
