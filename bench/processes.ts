import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

export interface Running {
  child: ChildProcess
  /** Seconds from the spawn to the line waited for. */
  seconds: number
  stop(): Promise<void>
}

/** Starts a command and waits until it has said this line (on either stream). */
export async function startUntil(
  command: string,
  args: string[],
  line: string,
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Running> {
  const begun = performance.now()
  const child = spawn(command, args, { cwd: options.cwd ?? '.', env: { ...process.env, ...options.env } })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said += chunk
    })
  while (!said.includes(line)) {
    if (child.exitCode !== null) throw new Error(`“${command} ${args.join(' ')}” ended:\n${said}`)
    await wait(20)
  }
  const seconds = (performance.now() - begun) / 1000
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await gone
  }
  return { child, seconds, stop }
}

/** Resident memory of a process, in MiB. */
export function residentMemory(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}
