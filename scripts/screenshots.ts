import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import { findChromium } from '@/tests/e2e/chromium'
import { allPages } from '@/tests/e2e/pages'
import { TEST_ORIGIN as ORIGIN } from './test-ports'

/** Every page at three widths in both themes, into screenshots/: `npm run screenshots [-- PART-OF-A-NAME …]`. */
const WIDTHS = [360, 768, 1440]
const wanted = process.argv.slice(2)

const server = (await isReady())
  ? null
  : spawn(process.execPath, ['scripts/run.js', 'test-server'], { stdio: 'inherit' })
for (let tries = 0; !(await isReady()); tries++) {
  if (tries > 600) throw new Error('The server did not start.')
  await wait(200)
}
mkdirSync('screenshots', { recursive: true })
const executablePath = findChromium()
const args = [
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]
const browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) })
const pages = (await allPages()).filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
for (const { name, path, role } of pages)
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of WIDTHS) {
      const context = await browser.newContext({
        baseURL: ORIGIN,
        colorScheme,
        viewport: { width, height: 900 },
        reducedMotion: 'reduce',
      })
      if (role) await context.request.post('/dev/sign-in', { form: { role }, maxRedirects: 0 })
      const page = await context.newPage()
      await page.goto(path, { waitUntil: 'networkidle' })
      await page.screenshot({ path: `screenshots/${name}-${width}-${colorScheme}.png`, fullPage: true })
      await context.close()
    }
await browser.close()
console.log(`${pages.length * WIDTHS.length * 2} pictures of ${pages.length} pages in screenshots/.`)
server?.kill('SIGTERM')

async function isReady(): Promise<boolean> {
  const answer = await fetch(`${ORIGIN}/readyz`).catch(() => null)
  return answer?.status === 200
}
