// The build of pdf.js for older browsers has the same interface as the other one.

declare module "pdfjs-dist/legacy/build/pdf.mjs" {
  export * from "pdfjs-dist"
}
