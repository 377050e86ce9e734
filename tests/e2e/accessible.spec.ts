import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { allPages } from './pages'

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing on any page, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(300_000)
    const found: string[] = []
    for (const { name, path, role } of await allPages()) {
      const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' })
      if (role) await context.request.post('/dev/sign-in', { form: { role }, maxRedirects: 0 })
      const page = await context.newPage()
      await page.goto(path)
      const { violations } = await new AxeBuilder({ page }).analyze()
      for (const { id, nodes } of violations) found.push(`${name}: ${id}: ${nodes[0]?.html.slice(0, 160)}`)
      await context.close()
    }
    expect(found).toEqual([])
  })

test('no page is wider than a small phone', async ({ browser }) => {
  test.setTimeout(180_000)
  const wide: string[] = []
  for (const { name, path, role } of await allPages()) {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
    if (role) await context.request.post('/dev/sign-in', { form: { role }, maxRedirects: 0 })
    const page = await context.newPage()
    await page.goto(path)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    if (width > 320) wide.push(`${name}: ${width}`)
    await context.close()
  }
  expect(wide).toEqual([])
})
