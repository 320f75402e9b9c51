// The view of a PDF, fetched only by pages that hold one.

export { default } from "./pdf/controller"
