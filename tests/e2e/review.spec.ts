import { expect, type Page, test } from '@playwright/test'
import { aBlindEvent } from './blind-event'
import { query } from './database'
import { demoFacts } from './pages'

test('a review takes at most six keys beside its text', async ({ page, context, baseURL }) => {
  const { slug, token, person } = await aBlindEvent(['content', 'relevance', 'clarity', 'depth'])
  await context.addCookies([{ name: 'next-auth.session-token', value: token, url: baseURL ?? '' }])
  await page.goto(`/admin/events/${slug}/review`)
  await page.getByRole('link', { name: 'Begin' }).click()
  await expect(page.getByLabel('For the committee')).toBeVisible()
  let presses = 0
  const press = async (key: string) => {
    presses++
    await page.keyboard.press(key)
  }
  // A key counts once the page listens.
  await expect(async () => {
    await page.keyboard.press('n')
    await expect(page.getByLabel('For the committee')).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('Escape')
  for (const key of ['4', '5', '3', '2']) await press(key)
  await press('n')
  await page.keyboard.type('Solid, 5 of 5 if it had numbers')
  await press('Control+Enter')
  await page.waitForURL(/saved=/)
  expect(presses).toBeLessThanOrEqual(6)
  const written = `select r.for_committee as text, r.submitted_at is not null as done,
      array_agg(s.score order by c.position) as scores
    from review r join review_score s on s.review_id = r.id join criterion c on c.id = s.criterion_id
    where r.reviewer_id = $1 group by r.id`
  expect(await query(written, [person.id])).toEqual([
    { text: 'Solid, 5 of 5 if it had numbers', done: true, scores: [4, 5, 3, 2] },
  ])
})

async function signedIn(page: Page, role: string) {
  const answer = await page.request.post('/dev/sign-in', { form: { role }, maxRedirects: 0 })
  expect(answer.status()).toBe(303)
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a chair adds a criterion, is told what is wrong with it, and takes it back', async ({ page }) => {
      const { past } = await demoFacts()
      await signedIn(page, 'chair')
      await page.goto(`/admin/events/${past}/settings/review`)
      const name = javaScriptEnabled ? 'Depth' : 'Breadth'
      await page.getByText('Add a criterion').click()
      const form = page.locator('form', { has: page.locator('#new-criterion-name') })
      await form.getByLabel('Name').fill(name)
      await form.getByLabel('Highest score').fill('0')
      await form.getByRole('button', { name: 'Save the criterion' }).click()
      await expect(page.getByText('The highest score must be above the lowest').first()).toBeVisible()
      const again = page.locator('form', { has: page.locator('#new-criterion-name') })
      await expect(again.getByLabel('Name')).toHaveValue(name)
      await again.getByLabel('Highest score').fill('5')
      await again.getByRole('button', { name: 'Save the criterion' }).click()
      await expect(page.getByText('It is saved.')).toBeVisible()
      await page.locator('summary', { hasText: name }).click()
      await page.getByRole('button', { name: `Remove “${name}”` }).click()
      await expect(page.getByText('It has been removed.')).toBeVisible()
    })

    test('an author is told where the text gives them away, and is not stopped', async ({ page }) => {
      const { coming } = await demoFacts()
      await signedIn(page, 'speaker')
      await page.goto(`/events/${coming}/submit`)
      await page.getByLabel('Title').fill(`Who wrote this ${javaScriptEnabled ? 'now' : 'then'}`)
      await page.getByLabel('Abstract').fill('It is late. I work at Fabrikam and we count alerts.')
      const notice = page.getByText('Reviewers read without names. This may tell them who you are:')
      if (javaScriptEnabled) await expect(notice).toBeVisible()
      await page.getByRole('button', { name: 'Save as a draft' }).click()
      await page.waitForURL(/\/me\/proposals\//)
      await expect(notice).toBeVisible()
      await expect(page.locator('mark', { hasText: 'I work at Fabrikam' })).toBeVisible()
      await page.getByLabel('Abstract').fill('It is late. We count alerts.')
      if (javaScriptEnabled) await expect(notice).toBeHidden()
    })

    test('a reviewer talks to the committee and declares a conflict of interest', async ({
      page,
      context,
      baseURL,
    }) => {
      const { slug, token, codes } = await aBlindEvent()
      await context.addCookies([{ name: 'next-auth.session-token', value: token, url: baseURL ?? '' }])
      const [code = ''] = codes
      await page.goto(`/admin/events/${slug}/review/${code}`)
      await page.getByLabel('Say something to the committee').fill('Given before, I think')
      await page.getByRole('button', { name: 'Add to the discussion' }).click()
      await expect(page.locator('#thread').getByText('Given before, I think').first()).toBeVisible()
      await page.getByText('I have a conflict of interest').click()
      await page.getByRole('button', { name: 'Note my conflict' }).click()
      await expect(page.getByText('Say what connects you with it').first()).toBeVisible()
      await page.getByLabel('What connects you with it').fill('We share a flat')
      await page.getByRole('button', { name: 'Note my conflict' }).click()
      await expect(page.getByText('Your conflict of interest is noted.')).toBeVisible()
      expect((await page.goto(`/admin/events/${slug}/review/${code}`))?.status()).toBe(404)
    })
  })
