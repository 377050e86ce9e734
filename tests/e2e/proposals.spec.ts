import { randomUUID } from 'node:crypto'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { demoFacts } from './pages'

const ABSTRACT = 'Forty services were switched off for a day, one after another, to see who would call.'
const titled = (words: string) => `${words} ${randomUUID().slice(0, 8)}`

/** The call takes a few proposals from one person: tests that submit do it as different people. */
async function signIn(context: BrowserContext, role = 'speaker') {
  const answer = await context.request.post('/dev/sign-in', { form: { role }, maxRedirects: 0 })
  expect(answer.status()).toBe(303)
}

async function openForm(page: Page) {
  const { coming } = await demoFacts()
  await page.goto(`/events/${coming}/submit`)
  return page
}

async function write(page: Page, title: string) {
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('Abstract').fill(ABSTRACT)
}

async function expectWritten(page: Page, title: string) {
  await expect(page.getByLabel('Title')).toHaveValue(title)
  await expect(page.getByLabel('Abstract')).toHaveValue(ABSTRACT)
}

/** A new draft of the demo speaker's, at its own address. */
async function aDraft(page: Page, title: string) {
  await signIn(page.context())
  await openForm(page)
  await write(page, title)
  await page.getByRole('button', { name: 'Save as a draft' }).click()
  await page.waitForURL(/done=saved/)
  const { pathname } = new URL(page.url())
  await page.goto(pathname)
  return pathname
}

test('a visitor’s text outlives the tab', async ({ page, context }) => {
  const title = titled('Typed without a name')
  await openForm(page)
  await write(page, title)
  await expect(page.getByText('Kept in this browser.')).toBeVisible()
  await page.close()
  await expectWritten(await openForm(await context.newPage()), title)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a visitor’s text, format and co-speaker survive the sign-in, and an error keeps them too', async ({ page }) => {
    const title = titled('Typed without scripts')
    await openForm(page)
    await write(page, title)
    await page.getByRole('button', { name: 'Add another co-speaker' }).click()
    await page.waitForURL(/sign-in/)
    await signIn(page.context(), 'reader')
    await openForm(page)
    await expectWritten(page, title)

    await page.getByLabel('Name', { exact: true }).fill('Half a person')
    await page.getByRole('button', { name: 'Submit the proposal' }).click()
    await expect(page.getByRole('link', { name: 'Choose a format' })).toBeVisible()
    await expect(page.getByRole('link', { name: /Give the co-speaker/ })).toBeVisible()
    await expectWritten(page, title)
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Half a person')

    await page.getByLabel('Name', { exact: true }).fill('')
    await page.getByRole('radio').nth(1).press('Space')
    await page.getByRole('button', { name: 'Submit the proposal' }).click()
    await page.waitForURL(/done=submitted/)
    await expect(page.getByText('Your proposal is with us.')).toBeVisible()
    await openForm(page)
    await expect(page.getByLabel('Title')).toHaveValue('')
    await page.goto('/me')
    await expect(page.getByRole('link', { name: title })).toHaveCount(1)
  })
})

test('a draft saves itself, and a double click hands in one proposal', async ({ page }) => {
  const title = titled('Pressed twice')
  await signIn(page.context(), 'editor')
  await openForm(page)
  await write(page, title)
  await expect(page.getByText(/Draft saved at/)).toBeVisible()
  await page.getByRole('radio').nth(1).press('Space')
  await page.getByRole('button', { name: 'Submit the proposal' }).dblclick()
  await page.waitForURL(/done=submitted/)
  await page.goto('/me')
  await expect(page.getByRole('link', { name: title })).toHaveCount(1)
})

test('when the network goes nothing is lost, and what was typed is saved once it is back', async ({
  page,
  context,
}) => {
  const title = titled('Typed in a tunnel')
  await signIn(context)
  await openForm(page)
  await context.setOffline(true)
  await write(page, title)
  await expect(page.getByText(/there is no connection/)).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText(/Draft saved at/)).toBeVisible()
  await page.goto('/me')
  await expect(page.getByRole('link', { name: title })).toHaveCount(1)
})

test('when the session ends while somebody writes, the text is there after the next sign-in', async ({
  page,
  context,
}) => {
  const title = titled('Signed out meanwhile')
  await signIn(context)
  await openForm(page)
  await context.clearCookies()
  await write(page, title)
  await expect(page.getByText(/You have been signed out/)).toBeVisible()
  await page.getByRole('button', { name: 'Submit the proposal' }).click()
  await page.waitForURL(/sign-in/)
  await signIn(context)
  await expectWritten(await openForm(page), title)
})

test('of two who save, the second sees both texts, chooses, and nothing is overwritten', async ({ page, context }) => {
  const title = titled('Two at once')
  const path = await aDraft(page, title)
  const other = await context.newPage()
  await other.goto(path)
  await page.getByLabel('Title').fill(`${title}, first`)
  await expect(page.getByText(/Draft saved at/)).toBeVisible()
  await other.getByLabel('Title').fill(`${title}, second`)
  await expect(other.getByText(/saved another text while you were writing/)).toBeVisible()
  await expect(other.getByText(`${title}, first`).first()).toBeVisible()
  await expect(other.getByLabel('Title')).toHaveValue(`${title}, second`)
  await other.getByRole('button', { name: 'Take the saved text' }).click()
  await expect(other.getByLabel('Title')).toHaveValue(`${title}, first`)
  await expect(other.getByText(/saved another text/)).toBeHidden()
  await other.getByLabel('Title').fill(`${title}, third`)
  await other.getByRole('button', { name: 'Save as a draft' }).click()
  await other.waitForURL(/done=saved/)
  await expect(other.getByLabel('Title')).toHaveValue(`${title}, third`)
})

test('a review takes a few keys', async ({ page, context }) => {
  const { coming } = await demoFacts()
  await signIn(context, 'reviewer')
  await page.goto(`/admin/events/${coming}/review`)
  await page.getByRole('link', { name: /^(Begin|Go on)$/ }).click()
  await expect(page.getByLabel('For the committee')).toBeVisible()
  const here = page.url()
  const criteria = await page.locator('[data-criterion]').count()
  await page.locator('[data-criterion] input').first().focus()
  for (let n = 0; n < criteria; n++) await page.keyboard.press('4')
  expect(await page.locator('[data-criterion] :checked').count()).toBe(criteria)
  await page.keyboard.press('n')
  await page.keyboard.type('s is a letter here, 5 a digit')
  await page.keyboard.press('Escape')
  await page.keyboard.press('s')
  await page.waitForURL(/saved=/)
  await page.goto(here)
  await expect(page.getByLabel('For the committee')).toHaveValue('s is a letter here, 5 a digit')
  expect(
    await page
      .locator('[data-criterion] :checked')
      .evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value)),
  ).toEqual(Array.from({ length: criteria }, () => '4'))
})
