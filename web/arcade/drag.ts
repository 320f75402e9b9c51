// Dragging the rows of a list up and down. A finger drags at the handle only, so that the page can be
// scrolled elsewhere.

const ENDS = ["pointerup", "pointercancel", "lostpointercapture"] as const
const BEGINS_PX = 6
/** How far into another row one has to be to take its place. */
const EDGE_PX = 12

export interface Dragged {
  locked(): boolean
  rows(): HTMLElement[]
  /** Moves the row to this place; it must stay in the page meanwhile, else the pointer is lost. */
  move(to: number): void
}

export function dragged(row: HTMLElement, thing: HTMLElement, handle: string, list: Dragged) {
  thing.addEventListener("pointerdown", (event) => {
    const atHandle = (event.target as Element).matches(handle)
    if (list.locked() || event.button !== 0 || (event.pointerType === "touch" && !atHandle)) return
    follow(event, row, thing, list)
  })
}

function follow(event: PointerEvent, row: HTMLElement, thing: HTMLElement, list: Dragged) {
  let start = event.clientY
  const place = (y: number) => (row.style.translate = `0 ${y - start}px`)
  const moved = (now: PointerEvent) => {
    if (Math.abs(now.clientY - start) > BEGINS_PX) row.classList.add("dragged")
    if (!row.classList.contains("dragged")) return
    thing.setPointerCapture(now.pointerId)
    const to = list.rows().findIndex((one) => one !== row && covers(one, now.clientY))
    const top = row.offsetTop
    if (to >= 0) list.move(to)
    start += row.offsetTop - top
    place(now.clientY)
  }
  const drop = () => {
    thing.removeEventListener("pointermove", moved)
    for (const end of ENDS) thing.removeEventListener(end, drop)
    row.style.translate = ""
    setTimeout(() => row.classList.remove("dragged")) // The click that follows a drag is none.
  }
  thing.addEventListener("pointermove", moved)
  for (const end of ENDS) thing.addEventListener(end, drop)
}

/** Asks where the row belongs by now, not where it still slides. */
function covers(row: HTMLElement, y: number) {
  const top = (row.offsetParent?.getBoundingClientRect().top ?? 0) + row.offsetTop
  return y > top + EDGE_PX && y < top + row.offsetHeight - EDGE_PX
}
