// Has a text checked by the server; only the newest question is answered.

export class Checker {
  private asking?: AbortController

  constructor(
    private readonly url: string,
    private readonly report: (html: string) => void,
    private readonly away: () => void,
  ) {}

  async ask(form: HTMLFormElement) {
    this.stop()
    const { signal } = (this.asking = new AbortController())
    const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
    const headers = { "X-Requested-With": "fetch" }
    try {
      const answer = await fetch(this.url, { method: "POST", body, signal, headers })
      if (answer.ok) this.report(await answer.text())
    } catch {
      if (!signal.aborted) this.away()
    }
  }

  stop() {
    this.asking?.abort()
  }
}
