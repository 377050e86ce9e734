import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface Cost {
  /** Of the command and everything that it started, user and system. */
  cpuSeconds: number
  seconds: number
  /** The most that one of its processes held, in MiB; zero where the kernel does not say. */
  memory: number
}

/** Runs a command to its end and says what it cost. Throws with what it said where it failed. */
export async function costOf(
  command: string,
  args: string[],
  options: { cwd?: string; env?: Env } = {},
): Promise<Cost> {
  const begun = performance.now()
  // The shell's `times` is the only word on children that have ended which every Unix has.
  const child = spawn('sh', ['-c', '"$@" >&2; code=$?; times; exit $code', 'sh', command, ...args], {
    cwd: options.cwd ?? '.',
    env: { ...process.env, ...options.env },
  })
  let [times, said, memory] = ['', '', 0]
  child.stdout.on('data', (chunk) => {
    times += chunk
  })
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const watch = setInterval(() => {
    memory = Math.max(memory, ...childrenOf(child.pid ?? 0).map(peakMemory))
  }, 100)
  const code = await new Promise((resolve) => child.once('close', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`“${command} ${args.join(' ')}” failed:\n${said}`)
  const ofChildren = times.trim().split('\n').at(-1) ?? ''
  const cpuSeconds = [...ofChildren.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, m, s]) => sum + +(m ?? 0) * 60 + +(s ?? 0),
    0,
  )
  return { cpuSeconds, seconds: (performance.now() - begun) / 1000, memory }
}
type Env = Record<string, string>

/** CPU seconds that a PostgreSQL server has used, its children's among them; zero where the kernel does not say. */
export function serverCpu(cluster: string): number {
  const file = path.join(cluster, 'data/postmaster.pid')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
  return [pid, ...childrenOf(pid)].reduce((sum, one) => sum + ticksOf(one) / 100, 0)
}

function childrenOf(pid: number): number[] {
  if (!existsSync('/proc/self/stat')) return []
  return readdirSync('/proc')
    .map(Number)
    .filter((other) => other > 0 && statOf(other)[1] === String(pid))
}

/** Own and ended children's, user and system, in hundredths of a second (as every Linux counts for its readers). */
function ticksOf(pid: number): number {
  return statOf(pid)
    .slice(11, 15)
    .reduce((sum, ticks) => sum + Number(ticks), 0)
}

/** The fields of /proc/PID/stat after the name, which may hold anything. */
function statOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

function peakMemory(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
