import { test as base, expect, type Page } from '@playwright/test'
import axeCore, { type RunOptions } from 'axe-core'
import { TEST_ORIGIN } from '@/scripts/test-ports'
import { allPages } from './pages'

/** In the page, once its source has run there. */
declare const axe: typeof axeCore

const SMALL_PHONE = { width: 320, height: 640 }
const DESK = { width: 1280, height: 800 }
/** So that one slow page is named before the clock runs out for all, and no worker has long to wait for the other. */
const PARTS = 12

/** One browser for all pages, which loads what they are made of once. */
const test = base.extend<object, { tab: Page }>({
  tab: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ baseURL: TEST_ORIGIN, reducedMotion: 'reduce' })
      await use(await context.newPage())
      await context.close()
    },
    { scope: 'worker' },
  ],
})
test.describe.configure({ mode: 'parallel', timeout: 360_000 })
// It says which page and which element.
test.use({ trace: 'off' })

/** What a theme or a narrow screen can break; all else is the same in both and looked at once. */
const SEEN = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']

const rules = { 'target-size': { enabled: true } }
const EVERYTHING: RunOptions = { resultTypes: ['violations'], rules }
const WHAT_IS_SEEN: RunOptions = { resultTypes: ['violations'], runOnly: { type: 'rule', values: SEEN } }

/** The dark theme on the phone, the light one on a desk: both layouts and both themes in one visit. */
async function problemsOf(page: Page, path: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize(SMALL_PHONE)
  await page.goto(path)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  for (const frame of page.frames()) await frame.evaluate(axeCore.source)
  const onPhone = await violationsOn(page, 'dark', WHAT_IS_SEEN)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(DESK)
  const onDesk = await violationsOn(page, 'light', EVERYTHING)
  return [...(width > SMALL_PHONE.width ? [`${width} px wide`] : []), ...onPhone, ...onDesk]
}

/** No frame of another site is looked into: the way without a second page is enough. */
async function violationsOn(page: Page, where: string, options: RunOptions): Promise<string[]> {
  const found = await page.evaluate(async (options) => {
    const { violations } = await axe.run(document, options)
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
  }, options)
  return found.map((problem) => `${where}: ${problem}`)
}

for (let part = 0; part < PARTS; part++)
  test(`axe finds nothing in either theme and no page is wider than a small phone, part ${part + 1}`, async ({
    tab,
  }) => {
    const found: string[] = []
    const pages = (await allPages()).filter((_, at) => at % PARTS === part)
    for (const { name, path, role } of pages) {
      await tab.context().clearCookies()
      if (role) await tab.request.post('/dev/sign-in', { form: { role }, maxRedirects: 0 })
      found.push(...(await problemsOf(tab, path)).map((problem) => `${name}: ${problem}`))
    }
    expect(found).toEqual([])
  })
