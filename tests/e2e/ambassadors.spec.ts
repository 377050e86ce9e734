import { randomUUID } from 'node:crypto'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import type { Role } from '@/features/access/schema'
import { linkIn, waitForMail } from './mail'

const STATEMENT =
  'Where I live there are two meetups and nobody who brings them together. I have begun to, and would like to go on with you.'

async function signIn(context: BrowserContext, role: Role) {
  const answer = await context.request.post('/dev/sign-in', { form: { role }, maxRedirects: 0 })
  expect(answer.status()).toBe(303)
}

async function as(page: Page, role: Role, path: string) {
  await page.context().clearCookies()
  await signIn(page.context(), role)
  await page.goto(path)
}

test('the directory is filtered by its address, by a form and by the map, without a script', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto('/ambassadors')
  const all = await page.getByRole('heading', { level: 2 }).count()
  expect(all).toBeGreaterThan(10)
  const country = page.locator('svg a').filter({ hasText: 'Germany' })
  await country.focus()
  await country.press('Enter')
  await page.waitForURL(/country=DE/)
  await expect(page.getByRole('combobox', { name: 'Country' })).toHaveValue('DE')
  expect(await page.getByRole('heading', { level: 2 }).count()).toBeLessThan(all)
  await page.getByRole('link', { name: 'Clear all' }).click()
  await page.getByRole('combobox', { name: 'Language' }).selectOption('ja')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.waitForURL(/language=ja/)
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(1)
  await page.goto('/zh/ambassadors?when=emeritus')
  await expect(page.getByText('荣誉大使').first()).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('an application goes from the form through votes to the directory and to the person’s page', async ({
    page,
  }) => {
    const reference = `bea-${randomUUID().slice(0, 8)}@example.org`
    await as(page, 'reader', '/ambassadors/apply')
    await page.getByLabel('Why you').fill('Too short')
    await page.getByRole('button', { name: 'Hand in' }).click()
    await expect(page.getByRole('link', { name: /at least 100 characters/ })).toBeVisible()
    await expect(page.getByLabel('Why you')).toHaveValue('Too short')
    await page.getByLabel('Why you').fill(STATEMENT)
    await page.getByLabel('What you have done').fill('A meetup each month.')
    await page.getByLabel('Their name').first().fill('Bea Sommer')
    await page.getByLabel('Their e-mail address').first().fill(reference)
    await page.getByRole('button', { name: 'Hand in' }).click()
    await expect(page.getByText('Your application is with us.')).toBeVisible()

    await page.context().clearCookies()
    await page.goto(linkIn(await waitForMail(reference)))
    await page.getByLabel(/should the team know/).fill('She does it all.')
    await page.getByRole('button', { name: /I speak for/ }).click()
    await expect(page.getByText(/Thank you\./)).toBeVisible()

    await as(page, 'ambassador-manager', '/admin/ambassadors')
    await page.getByRole('link', { name: 'Tomás Quintela' }).first().click()
    await expect(page.getByText('She does it all.')).toBeVisible()
    await expect(page.getByText('Nobody has voted yes or no yet')).toBeVisible()
    const address = new URL(page.url()).pathname
    await page.getByLabel('Yes', { exact: true }).check()
    await page.getByLabel('Why', { exact: true }).fill('Known for years.')
    await page.getByRole('button', { name: 'Vote', exact: true }).click()
    await expect(page.getByText('Your vote is counted.')).toBeVisible()

    await as(page, 'admin', address)
    await page.getByLabel('Accept').check()
    await page.getByLabel('Letter to the applicant').fill('Welcome, and thank you.')
    await page.getByRole('button', { name: 'Decide' }).click()
    await expect(page.getByText('It is decided')).toBeVisible()

    await page.context().clearCookies()
    await page.goto('/ambassadors?q=quintela')
    await page.getByRole('link', { name: 'Tomás Quintela' }).click()
    await expect(page.getByText('Ambassador', { exact: true }).first()).toBeVisible()
  })

  test('somebody is appointed by hand, the days are corrected, the term is ended early and that is undone', async ({
    page,
  }) => {
    await as(page, 'ambassador-manager', '/admin/ambassadors')
    await page.getByRole('link', { name: 'Appoint somebody' }).click()
    await page.getByLabel('Who').fill('nobody-at-all')
    await page.getByRole('button', { name: 'Appoint them' }).click()
    await expect(page.getByRole('link', { name: /^Nobody here has this name/ })).toBeVisible()
    await page.getByLabel('Who').fill('amara-nwosu-lind')
    await page.getByLabel('First day').fill('2018-03-01')
    await page.getByLabel('Last day').fill('2018-02-01')
    await page.getByRole('button', { name: 'Appoint them' }).click()
    await expect(page.getByRole('link', { name: 'The last day is before the first' })).toBeVisible()
    await page.getByLabel('Last day').fill('2020-02-29')
    await page.getByRole('button', { name: 'Appoint them' }).click()
    await expect(page.getByText('They are appointed.')).toBeVisible()

    await page.getByLabel('First day').fill('2024-03-01')
    await page.getByLabel('Last day', { exact: true }).fill('2028-02-29')
    await page.getByRole('button', { name: 'Save the days' }).click()
    await expect(page.getByText('Friday, 1 March 2024 to Tuesday, 29 February 2028')).toBeVisible()
    await page.getByLabel('Their last day').fill('2024-12-31')
    await page.getByRole('button', { name: 'End the term' }).click()
    await expect(page.getByText('Friday, 1 March 2024 to Tuesday, 31 December 2024')).toBeVisible()
    await page.getByRole('button', { name: 'Undo the early end' }).click()
    await expect(page.getByText('Friday, 1 March 2024 to Tuesday, 29 February 2028')).toBeVisible()

    await page.goto('/people/amara-nwosu-lind')
    await expect(page.getByText('March 2024 to February 2028')).toBeVisible()
    await as(page, 'editor', '/admin/ambassadors/appoint')
    await expect(page.getByText('Appoint an ambassador')).toHaveCount(0)
  })
})

test('what somebody keeps from the public leaves their page at once, and staff still see it', async ({ page }) => {
  await as(page, 'speaker', '/me/profile')
  const city = `Town ${randomUUID().slice(0, 6)}`
  await page.getByRole('textbox', { name: /^City/ }).fill(city)
  await page.getByLabel('Who may see: City').selectOption('staff')
  await page.getByRole('button', { name: 'Save the profile' }).click()
  await expect(page.getByText('Your profile is saved.')).toBeVisible()
  await page.goto('/people/amara-nwosu-lind')
  await expect(page.getByText(city)).toHaveCount(0)
  await as(page, 'ambassador-manager', '/admin/people/amara-nwosu-lind')
  await expect(page.getByText(city)).toBeVisible()
  await expect(page.getByText('For staff alone')).toBeVisible()
})

test('a changed address: the old one answers 308 to the new', async ({ page, request }) => {
  const slug = `amara-${randomUUID().slice(0, 6)}`
  await as(page, 'speaker', '/me/profile')
  await page.getByLabel('Address of the page').fill(slug)
  await page.getByRole('button', { name: 'Change the address' }).click()
  await expect(page.getByText('The address has changed.')).toBeVisible()
  const answer = await request.get('/people/amara-nwosu-lind', { maxRedirects: 0 })
  expect([answer.status(), answer.headers().location]).toEqual([308, `/people/${slug}`])
  await page.getByLabel('Address of the page').fill('amara-nwosu-lind')
  await page.getByRole('button', { name: 'Change the address' }).click()
  await expect(page.getByText('The address has changed.')).toBeVisible()
})
