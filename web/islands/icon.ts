// Draws an icon of the sprite, whose address the page gives in <meta name="icons" content="…">.

const SVG = "http://www.w3.org/2000/svg"

export function icon(name: string): SVGSVGElement {
  const drawing = document.createElementNS(SVG, "svg")
  drawing.setAttribute("class", "i")
  drawing.setAttribute("aria-hidden", "true")
  const use = document.createElementNS(SVG, "use")
  const sprite = document.querySelector<HTMLMetaElement>('meta[name="icons"]')?.content ?? ""
  use.setAttribute("href", `${sprite}#${name}`)
  drawing.append(use)
  return drawing
}
