import { spawnSync } from 'node:child_process'
import { findChromium } from '@/tests/e2e/chromium'
import { type Figure, median } from './figures'

/** Not among our packages: it brings two hundred of its own, and only this measurement needs it. */
const LIGHTHOUSE = 'lighthouse@12.8.2'
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const RUNS = 5
const CHROME = [
  '--headless=new',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

interface Report {
  categories: Record<(typeof CATEGORIES)[number], { score: number | null }>
  audits: Record<'first-contentful-paint' | 'largest-contentful-paint', { numericValue?: number }>
}

const chromium = findChromium()

export const hasLighthouse = () =>
  spawnSync('npx', ['--yes', '--package', LIGHTHOUSE, 'lighthouse', '--version'], { timeout: 120_000 }).status === 0

/** The mobile preset's four categories and two moments of a page: medians of five runs. */
export function audit(name: string, url: string): Figure {
  const reports = Array.from({ length: RUNS }, () => run(url))
  const scores = CATEGORIES.map((category) =>
    Math.round(median(reports.map(({ categories }) => (categories[category].score ?? 0) * 100))),
  )
  const moment = (audit: keyof Report['audits']) =>
    `${(median(reports.map(({ audits }) => audits[audit].numericValue ?? 0)) / 1000).toFixed(1)} s`
  const moments = `first paint ${moment('first-contentful-paint')}, largest ${moment('largest-contentful-paint')}`
  return { what: `Lighthouse: ${name} (${CATEGORIES.join(', ')})`, value: `${scores.join(' / ')}; ${moments}` }
}

/** Chromium now and then loses the beginning of its own trace; such a run says nothing about the page. */
function run(url: string, again = 3): Report {
  const report = attempt(url)
  if (report && report.audits['first-contentful-paint'].numericValue !== undefined) return report
  if (again === 0) throw new Error(`Lighthouse could not load ${url}`)
  return run(url, again - 1)
}

function attempt(url: string): Report | null {
  const args = ['--yes', '--package', LIGHTHOUSE, 'lighthouse', url, '--quiet', '--output', 'json']
  const { status, stdout } = spawnSync('npx', [...args, `--chrome-flags=${CHROME.join(' ')}`], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...(chromium ? { CHROME_PATH: chromium } : {}) },
  })
  return status === 0 ? JSON.parse(stdout) : null
}
