// Says one sentence in the region for toasts, for what no answer of the server brings.

export function say(words: string) {
  const region = document.getElementById("toasts")
  if (!region) return window.alert(words)
  const toast = document.createElement("div")
  toast.className = "toast"
  toast.dataset.controller = "toast"
  const sentence = document.createElement("span")
  sentence.textContent = words
  toast.append(sentence)
  region.append(toast)
}
