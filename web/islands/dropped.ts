// What was let go over the page or pasted, with all that lies in folders, each with its path below the
// dropped one.

const MOST_FILES = 5000

export type Found = { file: File; path: string }

/**
 * At most MOST_FILES; `left` says that there were more. Must be called within the event, which forgets its
 * items.
 */
export async function found(transfer: DataTransfer): Promise<{ files: Found[]; left: boolean }> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null)
  if (entries.every((entry) => entry === null)) return limited([...transfer.files].map(withPath))
  const files: Found[] = []
  const waiting = entries.filter((entry) => entry !== null)
  while (waiting.length > 0 && files.length <= MOST_FILES) {
    const entry = waiting.shift()!
    if (entry.isDirectory) waiting.push(...(await children(entry as FileSystemDirectoryEntry)))
    else
      files.push({
        file: await opened(entry as FileSystemFileEntry),
        path: entry.fullPath.replace(/^\//, ""),
      })
  }
  return limited(files)
}

/** Files of an input, which gives the path of a chosen folder along. */
export function chosen(input: HTMLInputElement): { files: Found[]; left: boolean } {
  return limited([...(input.files ?? [])].map(withPath))
}

export const mostFiles = MOST_FILES

function withPath(file: File): Found {
  return { file, path: file.webkitRelativePath || file.name }
}

function limited(files: Found[]) {
  const seen = files.filter(({ file }) => file.name !== ".DS_Store" && file.name !== "Thumbs.db")
  return { files: seen.slice(0, MOST_FILES), left: seen.length > MOST_FILES }
}

function opened(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

/** A reader gives its entries in portions, the last of which is empty. */
async function children(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  while (all.length <= MOST_FILES) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (portion.length === 0) break
    all.push(...portion)
  }
  return all
}
