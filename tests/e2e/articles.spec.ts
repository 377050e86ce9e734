import { expect, test } from '@playwright/test'

test('a reader finds their way from the list through a series, and sees what has changed since', async ({ page }) => {
  await page.goto('/blog')
  const first = page.getByRole('main').getByRole('listitem').first()
  await expect(first).toContainText('Pinned')
  await page.getByRole('navigation', { name: 'Kinds of articles' }).getByRole('link', { name: 'Announcement' }).click()
  await expect(page).toHaveURL(/category=announcement/)
  await expect(page.getByRole('link', { name: 'RBAC in Kubernetes without the mystery' })).toHaveCount(0)
  await page.getByRole('link', { name: 'OpenMetrics enters the sandbox' }).click()

  await expect(page.getByRole('complementary', { name: 'Since then' })).toContainText('OpenMetrics was archived')
  await expect(page.getByRole('region', { name: 'Into the sandbox' })).toContainText('Part 2 of 2')
  await page.getByRole('link', { name: 'Part 2 of 2' }).click()
  await expect(page).toHaveURL(/#series$/)
  await page.getByRole('link', { name: 'Harbor enters the sandbox' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbor enters the sandbox')

  await page.goto('/blog/archive/2018')
  await expect(page.getByRole('navigation', { name: 'By year' }).getByRole('link', { name: '2018' })).toHaveAttribute(
    'aria-current',
    'page',
  )
  expect((await page.request.get('/blog/archive/1999')).status()).toBe(404)
})

test('a call that has closed and an event that is over stand under the article that announced them', async ({
  page,
}) => {
  await page.goto('/blog/envoycon-call-for-proposals')
  const since = page.getByRole('complementary', { name: 'Since then' })
  await expect(since.getByRole('listitem')).toContainText([
    'The call for proposals of EnvoyCon 2018 has closed',
    'Envoy graduated',
    'EnvoyCon 2018 took place',
  ])
})

test('a correction is announced at the head and stands at the end, and is printed; what is for screens is not', async ({
  page,
}) => {
  await page.goto('/blog/helm-package-manager-for-kubernetes')
  await page.getByRole('link', { name: /^Corrected on/ }).click()
  await expect(page.getByRole('region', { name: 'Corrections' })).toBeInViewport()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('region', { name: 'Corrections' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Send by mail' })).toBeHidden()
  await expect(page.getByText('/blog/helm-package-manager-for-kubernetes', { exact: false }).first()).toBeVisible()
})

test('every heading has an address that the keyboard reaches', async ({ page }) => {
  await page.goto('/blog/helm-package-manager-for-kubernetes')
  const anchor = page.getByRole('heading', { name: 'Charts' }).getByRole('link', { name: 'Link to this part' })
  await anchor.focus()
  await expect(anchor).toHaveCSS('opacity', '1')
  await anchor.press('Enter')
  await expect(page).toHaveURL(/#charts$/)
})

test('an article is passed on by mail without scripts, and by its plain address with them; nobody else is asked', async ({
  browser,
  baseURL,
}) => {
  const path = '/blog/harbor-enters-the-sandbox'
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await plain.goto(path)
  await expect(plain.getByRole('link', { name: 'Send by mail' })).toHaveAttribute(
    'href',
    `mailto:?subject=Harbor%20enters%20the%20sandbox&body=${encodeURIComponent(baseURL + path)}`,
  )
  await expect(plain.getByRole('button', { name: 'Copy link' })).toHaveCount(0)

  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).origin))
  await page.goto(`${path}?utm_source=somewhere#series`)
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(baseURL + path)
  expect(new Set(asked)).toEqual(new Set([baseURL]))
})

test('search engines are told of the languages that exist, and of each page of a list by itself', async ({
  request,
}) => {
  const linksOf = async (path: string) =>
    [...(await (await request.get(path)).text()).matchAll(/<link rel="(canonical|alternate)"([^>]*)>/g)]
      .filter(([, , rest = '']) => !rest.includes('type='))
      .map(([, rel, rest = '']) => [
        rel,
        /hreflang="(\w+)"/i.exec(rest)?.[1],
        /href="https?:\/\/[^/]+([^"]*)"/.exec(rest)?.[1],
      ])
  expect(await linksOf('/blog/jd-interview')).toEqual([['canonical', undefined, '/blog/jd-interview']])
  expect(await linksOf('/zh/blog/harbor-jinru-shaxiang')).toEqual([
    ['canonical', undefined, '/zh/blog/harbor-jinru-shaxiang'],
    ['alternate', 'en', '/blog/harbor-enters-the-sandbox'],
    ['alternate', 'zh', '/zh/blog/harbor-jinru-shaxiang'],
  ])
  expect(await linksOf('/blog?category=interview')).toEqual([['canonical', undefined, '/blog?category=interview']])
})
