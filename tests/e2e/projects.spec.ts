import { expect, test } from '@playwright/test'

test('projects are found, sorted and seen on any day without JavaScript', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto('/projects')
  await page.getByLabel('Name or words').fill('registry')
  await page.getByRole('search', { name: 'Find a project' }).getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('article')).toHaveCount(1)
  await page.getByRole('link', { name: 'Clear' }).click()
  await page.getByLabel('Day', { exact: true }).fill('2018-08-31')
  await page.getByRole('button', { name: 'Show' }).nth(1).click()
  await expect(page).toHaveURL(/on=2018-08-31/)
  await expect(page.getByText('The foundation on 31 August 2018')).toBeVisible()
  await expect(page.getByRole('article').filter({ hasText: 'Harbor' })).toContainText('Sandbox')
  await page.getByRole('link', { name: 'A year earlier' }).click()
  await expect(page).toHaveURL(/on=2017-08-31/)
  await expect(page.getByRole('article').filter({ hasText: 'Harbor' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Table' }).click()
  const level = page.getByRole('columnheader', { name: 'Level', exact: true })
  await level.getByRole('link').click()
  await expect(page).toHaveURL('/projects?on=2017-08-31&sort=level&view=table')
  await expect(level).toHaveAttribute('aria-sort', 'descending')
})

test('typing, choosing and sliding change the list in place, and going back brings it back', async ({ page }) => {
  await page.goto('/projects')
  await page.evaluate(() => document.body.setAttribute('data-same', ''))
  await page.getByLabel('Name or words').pressSequentially('regis')
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(page).toHaveURL('/projects?q=regis')
  await page.getByLabel('Name or words').fill('')
  await expect(page).toHaveURL('/projects')
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Archived/ })
    .first()
    .click()
  await expect(page.getByRole('article')).toHaveCount(1)
  await page.goBack()
  await expect(page.getByRole('article').nth(3)).toBeVisible()
  const slider = page.getByRole('slider', { name: 'Day that is shown' })
  await slider.focus()
  await slider.press('Home')
  await expect(page).toHaveURL('/projects?on=2016-03-10')
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(slider).toHaveAttribute('aria-valuetext', '10 March 2016')
  await slider.press('End')
  await expect(page).toHaveURL('/projects')
  await expect(page.locator('body[data-same]')).toHaveCount(1)
})

test('projects are data too: JSON, CSV, numbers over time and badges', async ({ request }) => {
  const { items } = await (await request.get('/projects.json')).json()
  expect(items.find(({ slug }: { slug: string }) => slug === 'harbor')).toMatchObject({
    ...{
      level: 'graduated',
      accepted: '2018-07-31',
      incubating: '2018-11-14',
      graduated: '2020-06-15',
      archived: null,
    },
  })
  const api = await (await request.get('/api/v1/projects?limit=200')).json()
  const bySlug = (a: { slug: string }, b: { slug: string }) => (a.slug < b.slug ? -1 : 1)
  expect(api.items).toEqual(items.toSorted(bySlug))
  expect(await (await request.get('/projects.csv')).text()).toMatch(/^slug,name,level,accepted.*\r\n/)
  expect(await (await request.get('/projects/timeline.csv')).text()).toContain('2018-08-01,')
  const badge = await request.get('/badge/project/harbor.svg')
  expect(badge.headers()['content-type']).toContain('image/svg+xml')
  expect(await badge.text()).toContain('<title id="t">Harbor: Graduated (CNCF)</title>')
  expect((await request.get('/zh/badge/project/harbor.svg')).status()).toBe(200)
  expect((await request.get('/badge/project/nothing.svg')).status()).toBe(404)
  expect((await request.get('/badge/project/harbor')).status()).toBe(404)
})
