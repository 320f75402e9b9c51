// The shared editor, fetched only by pages that hold one.

export { default } from "./editor/controller"
