import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { allPages } from './pages'

test.describe.configure({ mode: 'parallel', timeout: 360_000 })
// It says which page and which element.
test.use({ trace: 'off' })

type RunOptions = Parameters<AxeBuilder['options']>[0]

const SMALL_PHONE = { width: 320, height: 640 }
const DESK = { width: 1280, height: 800 }
/** So that one slow page is named before the clock runs out for all. */
const PARTS = 8

/** What a theme or a narrow screen can break; all else is the same in both and looked at once. */
const SEEN = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']

const rules = { 'target-size': { enabled: true } }
const EVERYTHING: RunOptions = { resultTypes: ['violations'], rules }
const WHAT_IS_SEEN: RunOptions = { resultTypes: ['violations'], runOnly: { type: 'rule', values: SEEN } }

/** The dark theme on the phone, the light one on a desk: both layouts and both themes in one visit. */
async function problemsOf(page: Page): Promise<string[]> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  // No frame of another site is looked into: the way without a second page is enough.
  const onPhone = await new AxeBuilder({ page }).setLegacyMode().options(WHAT_IS_SEEN).analyze()
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(DESK)
  const onDesk = await new AxeBuilder({ page }).setLegacyMode().options(EVERYTHING).analyze()
  const named = (where: string, { violations }: typeof onDesk) =>
    violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes[0]?.html.slice(0, 160)}`)
  return [
    ...(width > SMALL_PHONE.width ? [`${width} px wide`] : []),
    ...named('dark', onPhone),
    ...named('light', onDesk),
  ]
}

for (let part = 0; part < PARTS; part++)
  test(`axe finds nothing in either theme and no page is wider than a small phone, part ${part + 1}`, async ({
    browser,
  }) => {
    const found: string[] = []
    const contexts = new Map<string, BrowserContext>()
    const pages = (await allPages()).filter((_, at) => at % PARTS === part)
    for (const { name, path, role = '' } of pages) {
      const known = contexts.get(role)
      const context =
        known ?? (await browser.newContext({ colorScheme: 'dark', reducedMotion: 'reduce', viewport: SMALL_PHONE }))
      if (!known && role) await context.request.post('/dev/sign-in', { form: { role }, maxRedirects: 0 })
      contexts.set(role, context)
      const page = await context.newPage()
      await page.goto(path)
      found.push(...(await problemsOf(page)).map((problem) => `${name}: ${problem}`))
      await page.close()
    }
    for (const context of contexts.values()) await context.close()
    expect(found).toEqual([])
  })
