import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generateArticles } from '@/prisma/seed'
import { costOf } from './cpu'
import type { Figure } from './figures'

const MANY = 5_000

/** `next build` in a clone of the last commit, with the foundation's own texts and with thousands more. */
export async function benchBuild(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-bench-'))
  const clone = path.join(folder, 'lectern')
  try {
    execFileSync('git', ['clone', '--quiet', '.', clone])
    for (const made of ['node_modules', 'generated']) cpSync(made, path.join(clone, made), { recursive: true })
    await costOf(process.execPath, ['scripts/run.js', 'build'], { cwd: clone })
    const few = await build(clone)
    generateArticles({ folder: path.join(clone, 'content/blog'), count: MANY })
    const many = await build(clone)
    return [
      { what: 'next build', value: few },
      { what: `next build, with ${MANY.toLocaleString('en')} more articles`, value: many },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function build(cwd: string): Promise<string> {
  rmSync(path.join(cwd, '.next'), { recursive: true, force: true })
  const { cpuSeconds, seconds } = await costOf(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { cwd })
  return `${cpuSeconds.toFixed(0)} CPU seconds, ${seconds.toFixed(0)} s`
}
