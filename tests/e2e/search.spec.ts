import { expect, test } from '@playwright/test'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the field in the head asks, facets narrow and are removed again, all by addresses', async ({ page }) => {
    await page.goto('/about')
    await page.getByRole('searchbox', { name: 'Search' }).fill('kubernetes')
    await page.getByRole('searchbox', { name: 'Search' }).press('Enter')
    await expect(page).toHaveURL(/\/search\?q=kubernetes$/)
    await expect(page.getByText(/\d+ results for “kubernetes”/)).toBeVisible()
    await page
      .getByRole('navigation', { name: 'Narrow the results' })
      .getByRole('link', { name: /^Case study/ })
      .click()
    await expect(page).toHaveURL(/[?&]kind=case-study/)
    await expect(page.locator('main ol li').first()).toContainText('Case study')
    await page.getByRole('link', { name: 'Remove this filter: Case study' }).click()
    await expect(page).not.toHaveURL(/kind=/)
  })

  test('a project is first for its name, and a slip of the keyboard finds it too', async ({ page }) => {
    await page.goto('/search?q=harbor')
    await expect(page.locator('main ol li h2 a').first()).toHaveAttribute('href', '/projects/harbor')
    await page.goto('/search?q=promethues')
    await expect(page.getByText('Nothing has “promethues”.')).toBeVisible()
    await expect(page.locator('main ol li h2 a').first()).toHaveAttribute('href', '/projects/prometheus')
  })

  test('Chinese is found in Chinese, and the question comes back as text', async ({ page }) => {
    await page.goto('/zh/search?q=沙箱')
    await expect(page.locator('main ol li mark').first()).toHaveText('沙箱')
    await page.goto('/search?q=<img src=x onerror=alert(1)>')
    await expect(page.getByRole('searchbox')).toHaveValue('<img src=x onerror=alert(1)>')
    expect(await page.locator('main img').count()).toBe(0)
  })
})

test('no address of a search breaks it', async ({ request }) => {
  const awkward = [
    '',
    '%00',
    '%F0%9F%94%A5',
    "'%3B--",
    'x'.repeat(10_000),
    '%D7%A2%D7%91&kind=nothing&page=99&year=x',
    'a&q=b',
  ]
  // What no text can hold is turned away at the door, with a word.
  const expected = (q: string) => (q === '%00' ? 400 : 200)
  for (const q of awkward) expect((await request.get(`/search?q=${q}`)).status()).toBe(expected(q))
})

test('it suggests while one types; arrows, Enter, Escape and the slash do what they should', async ({ page }) => {
  await page.goto('/about')
  await page.keyboard.press('/')
  const field = page.getByRole('combobox', { name: 'Search' })
  await expect(field).toBeFocused()
  await field.pressSequentially('harbor')
  const options = page.getByRole('option')
  await expect(options.first()).toContainText('Harbor')
  await expect(field).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('status').filter({ hasText: /suggestion/ })).toHaveText(/\d suggestions?/)
  await page.keyboard.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await expect(field).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id')) ?? '')
  await page.keyboard.press('Escape')
  await expect(field).toHaveAttribute('aria-expanded', 'false')
  await expect(field).toHaveValue('harbor')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/projects\/harbor$/)
})

test('the API answers the same, page after page', async ({ request }) => {
  const first = await (await request.get('/api/v1/search?q=kubernetes&limit=2')).json()
  expect(first.items).toHaveLength(2)
  expect(first.total).toBeGreaterThan(4)
  const second = await (await request.get(`/api/v1/search?q=kubernetes&limit=2&cursor=${first.nextCursor}`)).json()
  const paths = [...first.items, ...second.items].map(({ path }: { path: string }) => path)
  expect(new Set(paths).size).toBe(4)
  expect((await request.get('/api/v1/search?q=')).status()).toBe(422)
})
