import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { findChromium } from '@/tests/e2e/chromium'
import { buildApp } from './build-app'

/**
 * The gate: check, unit and database tests, then the built app in a browser. Goes on after a failure, so that one run
 * shows all of them; the last line counts.
 */
const node = process.execPath
let passed = 0
let failed = 0
const skipped: string[] = []

mkdirSync('.build', { recursive: true })
// One lane for each of two cores: what needs no database is checked and built while the tests run.
const beside = checkAndBuild()
title('Unit and database tests')
await vitest()
const { check, built } = await beside

title('Check')
process.stdout.write(check.output)
count(check.ok ? { passed: 1 } : { failed: 1 })

title('Build')
if (built instanceof Error) console.error(built.message)
count(built instanceof Error ? { failed: 1 } : { passed: 1 })

title('Journeys in a browser')
if (!(built instanceof Error)) {
  await installChromium()
  await playwright()
}

if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.map((line) => `  ${line}`).join('\n')}`)
if (passed === 0) failed++
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

async function checkAndBuild() {
  const check = await run([path.resolve('scripts/run.js'), 'check'], 'pipe')
  return { check, built: await buildApp({ quiet: true }).catch((error: Error) => error) }
}

async function vitest() {
  const report = '.build/vitest.json'
  rmSync(report, { force: true })
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { ok } = await run(['node_modules/vitest/vitest.mjs', ...args])
  if (!existsSync(report)) return count({ failed: 1 })
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  count({ passed: numPassedTests, failed: Math.max(numFailedTests, ok ? 0 : 1) })
  for (const { assertionResults } of testResults)
    for (const { status, fullName } of assertionResults)
      if (status === 'pending' || status === 'skipped') skipped.push(fullName)
}

async function playwright() {
  const report = '.build/playwright.json'
  rmSync(report, { force: true })
  const { ok } = await run(['node_modules/@playwright/test/cli.js', 'test'])
  if (!existsSync(report)) return count({ failed: 1 })
  const { stats } = JSON.parse(readFileSync(report, 'utf8'))
  count({ passed: stats.expected, failed: Math.max(stats.unexpected + stats.flaky, ok ? 0 : 1) })
  if (stats.skipped > 0) skipped.push(`${stats.skipped} journeys; the list above says which and why`)
}

/** A system browser first; as root on Debian its own package; else Playwright's download. */
async function installChromium() {
  if (findChromium()) return
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium from the system’s packages …')
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'ignore', env })
  }
  if (!findChromium()) await run(['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
}

function title(text: string) {
  console.log(`\n── ${text}`)
}

async function run(args: string[], out: 'inherit' | 'pipe' = 'inherit') {
  const child = spawn(node, args, { stdio: ['ignore', out, out] })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => said.push(part))
  const [status] = await once(child, 'close')
  return { ok: status === 0, output: Buffer.concat(said).toString() }
}

function count(results: { passed?: number; failed?: number }) {
  passed += results.passed ?? 0
  failed += results.failed ?? 0
}
