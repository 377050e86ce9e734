import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { allPages } from './pages'

test.describe.configure({ mode: 'parallel', timeout: 360_000 })

const SMALL_PHONE = { width: 320, height: 640 }
/** So that one slow page is named before the clock runs out for all. */
const PARTS = 4
const runs = (['light', 'dark'] as const).flatMap((colorScheme) =>
  Array.from({ length: PARTS }, (_, part) => ({ colorScheme, part })),
)

/** What a theme or a narrow screen can break; all else is the same in both and looked at once. */
const SEEN = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']

function axe(page: Page, colorScheme: 'light' | 'dark'): AxeBuilder {
  const builder = new AxeBuilder({ page })
  const rules = { 'target-size': { enabled: true } }
  return colorScheme === 'light'
    ? builder.options({ resultTypes: ['violations'], rules })
    : builder.options({ resultTypes: ['violations'], runOnly: { type: 'rule', values: SEEN } })
}

for (const { colorScheme, part } of runs)
  test(`axe finds nothing and no page is wider than a small phone, ${colorScheme}, part ${part + 1}`, async ({
    browser,
  }) => {
    const found: string[] = []
    const contexts = new Map<string, BrowserContext>()
    const pages = (await allPages()).filter((_, at) => at % PARTS === part)
    for (const { name, path, role = '' } of pages) {
      const known = contexts.get(role)
      const context =
        known ?? (await browser.newContext({ colorScheme, reducedMotion: 'reduce', viewport: SMALL_PHONE }))
      if (!known && role) await context.request.post('/dev/sign-in', { form: { role }, maxRedirects: 0 })
      contexts.set(role, context)
      const page = await context.newPage()
      await page.goto(path)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      if (width > SMALL_PHONE.width) found.push(`${name}: ${width} px wide`)
      // The light theme on a desk, the dark one on the phone: both layouts are looked at.
      if (colorScheme === 'light') await page.setViewportSize({ width: 1280, height: 800 })
      const { violations } = await axe(page, colorScheme).analyze()
      for (const { id, nodes } of violations) found.push(`${name}: ${id}: ${nodes[0]?.html.slice(0, 160)}`)
      await page.close()
    }
    for (const context of contexts.values()) await context.close()
    expect(found).toEqual([])
  })
