import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

/** The page that shows every part of a text. */
const PAGE = '/writing'

test('tabs are chosen by key and by address, and one panel shows at a time', async ({ page }) => {
  await page.goto(PAGE)
  const tab = (name: string) => page.getByRole('tab', { name })
  await expect(tab('Go')).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('tabpanel')).toHaveCount(1)
  await tab('Go').focus()
  await page.keyboard.press('ArrowRight')
  await expect(tab('TypeScript')).toBeFocused()
  await expect(page.getByRole('tabpanel')).toHaveAccessibleName('TypeScript')
  await page.keyboard.press('End')
  await expect(tab('Shell')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowRight')
  await expect(tab('Go')).toBeFocused()
  await page.goto(`${PAGE}#tab-json`)
  await expect(page.getByRole('tabpanel')).toHaveAccessibleName('JSON')
})

test('a film is asked for when it is started, and of nobody else', async ({ page }) => {
  const asked: string[] = []
  await page.route(
    (url) => url.hostname !== 'localhost',
    (route) => {
      asked.push(route.request().url())
      return route.fulfill({ contentType: 'text/html', body: '<title>A film</title>' })
    },
  )
  await page.goto(PAGE, { waitUntil: 'networkidle' })
  expect(asked).toEqual([])
  await page.getByRole('link', { name: /^Play/ }).press('Enter')
  const frame = page.locator('video-link iframe')
  await expect(frame).toHaveAttribute('title', /Documentary/)
  await expect(frame).toBeFocused()
  await expect.poll(() => asked).toEqual(['https://www.youtube-nocookie.com/embed/BE77h7dmoQU?autoplay=1'])
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  expect(violations).toEqual([])
})

test('no other frame may be opened on a document', async ({ request }) => {
  const policy = (await request.get(PAGE)).headers()['content-security-policy'] ?? ''
  expect(policy.match(/frame-src[^;]*/)?.[0]).toBe('frame-src https://www.youtube-nocookie.com')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('every tab is there under its heading, and a film is a link', async ({ page }) => {
    await page.goto(PAGE)
    for (const name of ['Go', 'TypeScript', 'JSON', 'Shell'])
      await expect(page.getByRole('heading', { name, exact: true, level: 3 })).toBeVisible()
    await expect(page.getByText('findLast')).toBeVisible()
    await expect(page.getByRole('link', { name: /^Play/ })).toHaveAttribute(
      'href',
      'https://www.youtube.com/watch?v=BE77h7dmoQU',
    )
  })
})
