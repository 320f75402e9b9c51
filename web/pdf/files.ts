// What pdf.js fetches while it reads: tables of East Asian letters, fonts that a PDF may leave out, decoders
// of images. Each has a hashed address of our own; the main thread fetches it for the worker.

const TABLES = import.meta.glob<string>("../node_modules/pdfjs-dist/cmaps/*.bcmap", {
  query: "?url",
  import: "default",
  eager: true,
})
const FONTS = import.meta.glob<string>("../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}", {
  query: "?url",
  import: "default",
  eager: true,
})
const DECODERS = import.meta.glob<string>("../node_modules/pdfjs-dist/wasm/*.wasm", {
  query: "?url",
  import: "default",
  eager: true,
})

export class Tables {
  async fetch({ name }: { name: string }) {
    return { cMapData: await bytes(TABLES, `${name}.bcmap`), isCompressed: true }
  }
}

export class Fonts {
  fetch({ filename }: { filename: string }) {
    return bytes(FONTS, filename)
  }
}

export class Decoders {
  fetch({ filename }: { filename: string }) {
    return bytes(DECODERS, filename)
  }
}

async function bytes(folder: Record<string, string>, name: string): Promise<Uint8Array> {
  const path = Object.keys(folder).find((file) => file.endsWith(`/${name}`))
  if (!path) throw new Error(`${name} is not among the files of the PDF view`)
  const answer = await fetch(folder[path])
  if (!answer.ok) throw new Error(`${name} could not be fetched`)
  return new Uint8Array(await answer.arrayBuffer())
}
