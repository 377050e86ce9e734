import { arch, cpus, release, totalmem, type } from 'node:os'

export interface Figure {
  what: string
  value: string
}

/** The middle of several runs: machines are noisy. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = 0, high = 0] =
    sorted.length % 2 ? [sorted[middle], sorted[middle]] : [sorted[middle - 1], sorted[middle]]
  return (low + high) / 2
}

export function percentile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0
}

/** Where the figures were seen. */
export function machine(): string {
  const [cpu] = cpus()
  return `${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()} ${arch()}, Node ${process.version}`
}

export function table(title: string, figures: Figure[]): string {
  const rows = figures.map(({ what, value }) => `| ${what} | ${value} |`)
  return [`## ${title}`, '', '| what | figure |', '| --- | --- |', ...rows, ''].join('\n')
}
