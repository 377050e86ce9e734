/** How far a load has come; `done` and `total` count rows. */
export interface Progress {
  table: string
  done: number
  total: number
}

interface Stream {
  isTTY?: boolean
  columns?: number
  write(text: string): unknown
}

/** On a terminal a bar that stays on its line; elsewhere one line for each table. */
export function progressOn(stream: Stream): (progress: Progress) => void {
  const width = Math.max(10, Math.min(40, (stream.columns ?? 80) - 40))
  let table = ''
  return (progress) => {
    const { done, total } = progress
    const isNew = progress.table !== table
    table = progress.table
    const share = total === 0 ? 1 : done / total
    if (!stream.isTTY) {
      if (isNew) stream.write(`${String(Math.floor(share * 100)).padStart(3)} % ${table}\n`)
      return
    }
    const full = Math.round(share * width)
    const bar = `${'█'.repeat(full)}${'░'.repeat(width - full)}`
    const end = done >= total ? '\n' : ''
    stream.write(`\r\u001b[K${bar} ${String(Math.floor(share * 100)).padStart(3)} % ${table}${end}`)
  }
}
