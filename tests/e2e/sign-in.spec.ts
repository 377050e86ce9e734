import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { TEST_PORTS } from '@/scripts/test-ports'
import { linkIn, mailsTo, waitForMail } from './mail'

const somebody = () => `journey-${randomUUID().slice(0, 8)}@example.org`

async function askForLink(page: Page, address: string, next: string) {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
  await page.getByLabel('E-mail address').fill(address)
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible()
  await expect(page.getByText(address)).toBeVisible()
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a mailed link signs in by its button, once, and leads back', async ({ page, request }) => {
      const address = somebody()
      await askForLink(page, address, '/me/profile')
      const mail = await waitForMail(address)
      expect(mail).toMatchObject({ subject: `Sign in to localhost:${TEST_PORTS.app}`, recipients: [address] })
      const link = linkIn(mail)
      // A mail scanner looks at the link first, twice.
      for (const _ of [1, 2]) expect((await request.get(link)).status()).toBe(200)
      await page.goto(link)
      await expect(page.getByText(address)).toBeVisible()
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByRole('heading', { name: 'Your profile' })).toBeVisible()
      expect(new URL(page.url()).pathname).toBe('/me/profile')

      await page.goto(link)
      await expect(page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible()
      await page.getByRole('link', { name: 'Get a new link' }).click()
      expect(mailsTo(address)).toHaveLength(1)
    })

    test('a profile keeps what was typed when something is wrong', async ({ page }) => {
      await page.goto('/dev/sign-in')
      await page.getByRole('button', { name: 'Ambassador manager' }).click()
      await page.waitForURL('**/admin')
      await page.goto('/me/profile')
      await page.getByLabel('Name').fill('')
      await page.getByRole('textbox', { name: /^Organisation/ }).fill('Example Labs')
      await page.getByRole('button', { name: 'Save the profile' }).click()
      await expect(page.getByRole('alert').getByRole('link', { name: 'Enter your name' })).toBeVisible()
      await expect(page.getByRole('textbox', { name: /^Organisation/ })).toHaveValue('Example Labs')
      await page.getByLabel('Name').fill('Ambra Manning')
      await page.getByRole('button', { name: 'Save the profile' }).click()
      await expect(page.getByText('Your profile is saved.')).toBeVisible()
    })
  })

test('signing out ends the session on the server, not only in this browser', async ({ page, context }) => {
  await page.goto('/dev/sign-in')
  await page.getByRole('button', { name: 'Editor' }).click()
  await page.waitForURL('**/admin')
  const stolen = await context.cookies()
  expect(await (await context.request.get('/api/session')).json()).toEqual({ name: expect.stringMatching(/./) })
  await page.goto('/sign-out')
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await context.addCookies(stolen)
  expect(await (await context.request.get('/api/session')).json()).toEqual({})
  await page.goto('/me/profile')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('signing in leads to this site alone', async ({ page }) => {
  for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    await expect(page.locator('input[name=next]').first()).toHaveValue('/me')
  }
})

test('an address that is none keeps its text, says so and has the focus', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill('ada at example.org')
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'could not be sent' })).toBeVisible()
  await expect(page.getByLabel('E-mail address')).toBeFocused()
  await expect(page.getByLabel('E-mail address')).toHaveValue('ada at example.org')
  await expect(page.getByLabel('E-mail address')).toHaveAttribute('aria-invalid', 'true')
})

test('a form of another site signs nobody in', async ({ request }) => {
  const headers = { origin: 'https://evil.example' }
  const answer = await request.post('/dev/sign-in', { form: { role: 'admin' }, headers, maxRedirects: 0 })
  expect(answer.status()).toBe(403)
  expect(answer.headers()['set-cookie']).toBeUndefined()
})
