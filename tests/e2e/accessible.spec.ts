import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, test } from '@playwright/test'
import { allPages } from './pages'

test.describe.configure({ mode: 'parallel', timeout: 360_000 })

const SMALL_PHONE = { width: 320, height: 640 }

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on any page and none is wider than a small phone, ${colorScheme}`, async ({ browser }) => {
    const found: string[] = []
    const contexts = new Map<string, BrowserContext>()
    for (const { name, path, role = '' } of await allPages()) {
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
      const { violations } = await new AxeBuilder({ page }).analyze()
      for (const { id, nodes } of violations) found.push(`${name}: ${id}: ${nodes[0]?.html.slice(0, 160)}`)
      await page.close()
    }
    for (const context of contexts.values()) await context.close()
    expect(found).toEqual([])
  })
