import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Figure } from './figures'
import { startUntil } from './processes'

/** `npm start` in a fresh clone of the last commit, installing included, and again. Needs the package registry. */
export async function benchStart(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-bench-'))
  const clone = path.join(folder, 'lectern')
  execFileSync('chmod', ['755', folder])
  execFileSync('git', ['clone', '--quiet', '.', clone])
  const start = async () => {
    const running = await startUntil('npm', ['start'], 'Lectern serves on', { cwd: clone, env: { PORT: '3396' } })
    await running.stop()
    return `${running.seconds.toFixed(1)} s`
  }
  try {
    const first = await start()
    const second = await start()
    return [
      { what: 'first start in a fresh clone, installing included', value: first },
      { what: 'second start', value: second },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
