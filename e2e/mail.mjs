// Reads the mails that the program writes: one text, perhaps with the same in HTML, encoded as mail is.

/** `raw` holds a byte per character. */
export function decodeMail(raw) {
  const whole = part(raw)
  const text = body(whole, "text/plain") ?? ""
  const html = body(whole, "text/html")
  return {
    subject: words(whole.fields.get("subject") ?? ""),
    to: words(whole.fields.get("to") ?? ""),
    fields: whole.fields,
    text,
    html,
    links: text.match(/https?:\/\/[^\s<>"]+/g) ?? [],
  }
}

function part(raw) {
  const end = raw.indexOf("\r\n\r\n")
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, " ")
  const fields = new Map(head.split("\r\n").map((line) => {
    const colon = line.indexOf(":")
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  }))
  return { fields, content: raw.slice(end + 4) }
}

function body({ fields, content }, kind) {
  const type = fields.get("content-type") ?? "text/plain"
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (boundary) {
    const parts = content.split(`--${boundary}`).slice(1, -1).map((raw) => part(raw.replace(/^\r\n/, "")))
    return parts.map((inner) => body(inner, kind)).find((found) => found !== undefined)
  }
  if (!type.toLowerCase().startsWith(kind)) return undefined
  return bytes(content, fields.get("content-transfer-encoding") ?? "7bit").toString("utf8")
}

function bytes(content, encoding) {
  if (/base64/i.test(encoding)) return Buffer.from(content, "base64")
  if (/quoted-printable/i.test(encoding)) return unquoted(content.replace(/=\r?\n/g, ""))
  return Buffer.from(content, "latin1")
}

function unquoted(text) {
  const byte = (_, digits) => String.fromCharCode(parseInt(digits, 16))
  return Buffer.from(text.replace(/=([0-9A-F]{2})/gi, byte), "latin1")
}

/** Encoded words in a field; the blank between two of them does not count. */
function words(field) {
  const joined = field.replace(/(\?=)\s+(=\?)/g, "$1$2")
  return joined.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how, text) => {
    const bytes = /b/i.test(how) ? Buffer.from(text, "base64") : unquoted(text.replaceAll("_", " "))
    return bytes.toString("utf8")
  })
}
