import { spawn, spawnSync } from 'node:child_process'
import { median } from './figures'

export interface Load {
  perSecond: number
  /** Milliseconds. */
  p99: number
}

export function hasWrk(): boolean {
  return spawnSync('wrk', ['--version']).error === undefined
}

/**
 * Requests a second and 99th percentile of this loopback address: wrk, one thread, 32 connections, the median of
 * several runs of five seconds. The generator shares the machine's cores with the server.
 */
export async function load(
  url: string,
  { runs = 3, seconds = 5, headers = {} }: { runs?: number; seconds?: number; headers?: Record<string, string> } = {},
): Promise<Load> {
  const results: Load[] = []
  for (let run = 0; run < runs; run++) results.push(await once(url, seconds, headers))
  return { perSecond: median(results.map((r) => r.perSecond)), p99: median(results.map((r) => r.p99)) }
}

async function once(url: string, seconds: number, headers: Record<string, string>): Promise<Load> {
  const extra = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const text = await output('wrk', ['-t1', '-c32', `-d${seconds}s`, '--latency', ...extra, url])
  const failed = /Non-2xx or 3xx responses: (\d+)/.exec(text)
  if (failed) throw new Error(`${url}: ${failed[0]}`)
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(text)?.[1])
  const [, amount, unit] = /99%\s+([\d.]+)(us|ms|s)/.exec(text) ?? []
  const factor = { us: 0.001, ms: 1, s: 1000 }[unit ?? ''] ?? Number.NaN
  return { perSecond, p99: Number(amount) * factor }
}

function output(command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args)
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
    })
    child.once('error', reject)
    child.once('exit', () => resolve(said))
  })
}
