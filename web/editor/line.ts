// A WebSocket that comes back: it waits longer after each failure, and not as long as its neighbours do.

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000
const BEAT_MS = 25_000
const SILENT_MS = 60_000

export type Ends = {
  opened(): void
  heard(bytes: Uint8Array): void
  /** Asks for something that is always answered, so that a dead line is noticed. */
  beat(): void
  closed(): void
}

export class Line {
  private socket?: WebSocket
  private wait = FIRST_WAIT_MS
  private timer = 0
  private pulse = 0
  private heardAt = 0
  private over = new AbortController()

  constructor(
    private url: string,
    private ends: Ends,
  ) {
    const { signal } = this.over
    for (const event of ["online", "pageshow"]) window.addEventListener(event, this.open, { signal })
    window.addEventListener("offline", this.drop, { signal })
  }

  open = () => {
    if (this.over.signal.aborted || this.socket) return
    clearTimeout(this.timer)
    const address = new URL(this.url, location.href)
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:"
    const socket = new WebSocket(address)
    socket.binaryType = "arraybuffer"
    socket.onopen = () => this.opened()
    socket.onmessage = ({ data }) => {
      this.heardAt = Date.now()
      this.ends.heard(new Uint8Array(data))
    }
    socket.onclose = () => this.closed(socket)
    this.socket = socket
  }

  get isOpen(): boolean {
    return this.socket?.readyState === WebSocket.OPEN
  }

  send(bytes: Uint8Array<ArrayBuffer>) {
    if (this.isOpen) this.socket?.send(bytes)
  }

  end() {
    this.over.abort()
    clearTimeout(this.timer)
    this.drop()
  }

  private opened() {
    this.wait = FIRST_WAIT_MS
    this.heardAt = Date.now()
    this.pulse = window.setInterval(() => this.beat(), BEAT_MS)
    this.ends.opened()
  }

  private beat() {
    if (Date.now() - this.heardAt > SILENT_MS) this.drop()
    else this.ends.beat()
  }

  private drop = () => {
    const socket = this.socket
    if (!socket) return
    socket.onopen = socket.onmessage = socket.onclose = null
    socket.close()
    this.closed(socket)
  }

  private closed(socket: WebSocket) {
    if (this.socket !== socket) return
    this.socket = undefined
    clearInterval(this.pulse)
    this.ends.closed()
    if (this.over.signal.aborted || !navigator.onLine) return
    this.timer = window.setTimeout(this.open, this.wait * (0.5 + Math.random()))
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS)
  }
}
