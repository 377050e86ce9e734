import { randomUUID } from 'node:crypto'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { query } from './database'

const SUFFIX = randomUUID().slice(0, 8)
const SLUG = `form-day-${SUFFIX}`
const SETTINGS = `/admin/events/${SLUG}/settings`

test.describe.configure({ mode: 'serial' })

async function signIn(context: BrowserContext, role: string) {
  const answer = await context.request.post('/dev/sign-in', { form: { role }, maxRedirects: 0 })
  expect(answer.status()).toBe(303)
}

/** Writes a question and says what the preview beside it shows meanwhile. */
async function ask(page: Page, label: string, more: (page: Page) => Promise<void> = async () => {}) {
  await page.goto(`${SETTINGS}/form`)
  await page.getByLabel('Question', { exact: true }).fill(label)
  await more(page)
  await page.getByRole('button', { name: 'Add the question' }).click()
  await page.waitForURL(/done=added/)
}

/** As the clock of a UTC event shows it. */
const wall = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16)

test('an event is made, with a format and a call', async ({ page, context }) => {
  await signIn(context, 'admin')
  await page.goto('/admin/events/new')
  await page.getByLabel('Name', { exact: true }).fill(`Form Day ${SUFFIX}`)
  await page.getByLabel('Address').fill('Not An Address')
  await page.getByLabel('Short name').fill(`form${SUFFIX}`)
  await page.getByRole('button', { name: 'Make the event' }).click()
  await expect(page.getByRole('alert').getByRole('link', { name: /small letters/ })).toBeVisible()
  await page.getByLabel('Address').fill(SLUG)
  await page.getByRole('button', { name: /Time zone/ }).click()
  await page.getByRole('option', { name: 'UTC', exact: true }).click()
  await page.getByRole('button', { name: 'Make the event' }).click()
  await page.waitForURL(/settings\?done=created/)
  for (const [row, name] of ['Talk', 'Workshop'].entries()) {
    await page.locator(`#format-name-${row}`).fill(name)
    await page.locator(`#format-minutes-${row}`).fill('30')
  }
  await page.getByRole('button', { name: 'Save the formats' }).click()
  await page.waitForURL(/done=formats/)
  await page.getByRole('link', { name: 'Another call' }).click()
  await page.getByLabel('Kind', { exact: true }).selectOption('talks')
  await page.getByRole('button', { name: 'Save the call' }).click()
  await page.waitForURL(/calls\/talks\?done=saved/)
  await query(`insert into role_binding (id, role, person_id, event_id)
    select gen_random_uuid(), 'reviewer', (s.value ->> 'reviewer')::uuid, e.id
    from setting s, event e where s.key = 'demo-people' and e.slug = '${SLUG}'`)
})

test('a form is built before the eyes of its chair', async ({ page, context }) => {
  await signIn(context, 'admin')
  await ask(page, 'Do you bring hardware?', async () => {
    await page.getByLabel('Kind of answer').selectOption('choice')
    await page.getByLabel('Choices', { exact: false }).fill('Yes\nNo')
    const preview = page.getByRole('region', { name: 'Preview' })
    await expect(preview.getByRole('group', { name: /Do you bring hardware/ })).toBeVisible()
  })
  await ask(page, 'Which hardware?', async () => {
    await page.getByLabel('It must be answered').check()
    await page.getByLabel('Condition 1').selectOption('do-you-bring-hardware=yes')
    const preview = page.getByRole('region', { name: 'Preview' })
    await expect(preview.getByLabel('Which hardware?')).toBeHidden()
    await preview.getByLabel('Yes').check()
    await expect(preview.getByLabel('Which hardware?')).toBeVisible()
  })
  await ask(page, 'A word to the chairs', (form) =>
    form
      .getByLabel('Who reads it')
      .selectOption('chairs')
      .then(() => {}),
  )
  await ask(page, 'Size of your shirt', async () => {
    await page.getByLabel(/Can no longer be changed from/).fill(wall(3))
  })
})

test('a speaker is asked what the form asks, and no more', async ({ page, context }) => {
  await signIn(context, 'speaker')
  await page.goto(`/events/${SLUG}/submit`)
  await page.getByLabel('Title').fill('What fits under a desk')
  await page.getByLabel('Abstract').fill('A rack, a fan and a cat.')
  await page.getByRole('radio', { name: 'Talk' }).check()
  await expect(page.getByLabel('Which hardware?')).toBeHidden()
  await page.getByRole('radio', { name: 'Yes' }).check()
  await expect(page.getByLabel('Which hardware?')).toBeVisible()
  await page.getByLabel('A word to the chairs').fill('I may be late')
  await page.getByLabel('Size of your shirt').fill('M')
  await page.getByRole('button', { name: 'Submit the proposal' }).click()
  await expect(page.getByRole('alert').getByRole('link', { name: 'Answer this question' })).toBeVisible()
  await expect(page.getByLabel('Size of your shirt')).toHaveValue('M')
  await page.getByLabel('Which hardware?').fill('Three small boards')
  await page.getByRole('button', { name: 'Submit the proposal' }).click()
  await page.waitForURL(/done=submitted/)
})

test('what was refused takes the cursor once, and leaves it to whoever types on', async ({ page, context }) => {
  await signIn(context, 'admin')
  await page.goto(`${SETTINGS}/form`)
  await page.getByRole('button', { name: 'Add the question' }).click()
  const question = page.getByLabel('Question', { exact: true })
  await expect(question).toBeFocused()
  const help = page.getByLabel('Help', { exact: false }).first()
  await help.pressSequentially('Say it in a word')
  await expect(help).toBeFocused()
  await expect(help).toHaveValue('Say it in a word')
})

test('once frozen an answer stays, and the rest may change', async ({ page, context, browser }) => {
  await signIn(context, 'admin')
  await page.goto(`${SETTINGS}/form?edit=size-of-your-shirt`)
  await page.getByLabel(/Can no longer be changed from/).fill(wall(-1))
  await page.getByRole('button', { name: 'Save the question' }).click()
  await page.waitForURL(/done=changed/)

  const speaker = await browser.newContext()
  await signIn(speaker, 'speaker')
  const own = await speaker.newPage()
  await own.goto(`/me/proposals/${await codeOf()}`)
  await expect(own.getByLabel(/Size of your shirt/)).toBeDisabled()
  await expect(own.getByLabel(/Size of your shirt/)).toHaveValue('M')
  await own.getByLabel('Which hardware?').fill('Four small boards')
  await own.getByRole('button', { name: 'Save the changes' }).click()
  await own.waitForURL(/done=changed/)
  await speaker.close()
})

test('a reviewer reads what is for reviewers, a chair reads all', async ({ page, context, browser }) => {
  const code = await codeOf()
  await signIn(context, 'reviewer')
  await page.goto(`/admin/events/${SLUG}/review/${code}`)
  await expect(page.getByText('Four small boards')).toBeVisible()
  await expect(page.getByText('I may be late')).toHaveCount(0)
  expect(await page.content()).not.toContain('I may be late')

  const chair = await browser.newContext()
  await signIn(chair, 'admin')
  const desk = await chair.newPage()
  await desk.goto(`/admin/events/${SLUG}/proposals/${code}`)
  await expect(desk.getByText('I may be late')).toBeVisible()
  await chair.close()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a condition holds, and the form comes back with what it now asks', async ({ page, context }) => {
    await signIn(context, 'editor')
    await page.goto(`/events/${SLUG}/submit`)
    await page.getByLabel('Title').fill('Without a script')
    await page.getByLabel('Abstract').fill('It works.')
    await page.getByRole('radio', { name: 'Talk' }).check()
    await page.getByRole('radio', { name: 'Yes' }).check()
    await page.getByRole('button', { name: 'Submit the proposal' }).click()
    await expect(page.getByRole('link', { name: 'Answer this question' })).toBeVisible()
    await expect(page.getByLabel('Which hardware?')).toBeVisible()
    await page.getByLabel('Which hardware?').fill('A desk')
    await page.getByRole('button', { name: 'Submit the proposal' }).click()
    await page.waitForURL(/done=submitted/)
  })

  test('a question is written, and another of a circle is refused by its field', async ({ page, context }) => {
    await signIn(context, 'admin')
    await page.goto(`${SETTINGS}/form?edit=do-you-bring-hardware`)
    await page.getByLabel('Condition 1').selectOption('which-hardware=')
    await page.getByRole('button', { name: 'Save the question' }).click()
    await expect(page.getByRole('alert').getByText(/leads in a circle/)).toBeVisible()
    await expect(page.getByLabel('Question', { exact: true })).toHaveValue('Do you bring hardware?')
  })
})

test('a code opens a call that is closed to all others', async ({ page, context, browser }) => {
  await signIn(context, 'admin')
  await page.goto(`${SETTINGS}/calls/talks`)
  await page.getByLabel('Opens', { exact: false }).first().fill(wall(-9))
  await page.getByLabel('Closes', { exact: false }).first().fill(wall(-8))
  await page.getByRole('button', { name: 'Save the call' }).click()
  await page.waitForURL(/done=saved/)
  await page.getByLabel('For whom').fill('Somebody late')
  await page.getByLabel(/Proposals that it lets in/).fill('1')
  await page.getByRole('button', { name: 'Make a code' }).click()
  const [, code = ''] =
    /The code is ([A-Z0-9]{10})/.exec((await page.getByText(/The code is/).textContent()) ?? '') ?? []

  const visitor = await browser.newContext()
  await signIn(visitor, 'scheduler')
  const form = await visitor.newPage()
  await form.goto(`/events/${SLUG}/submit`)
  await form.getByLabel('Access code').fill(code.toLowerCase())
  await form.getByRole('button', { name: 'Open the call' }).click()
  await form.getByLabel('Title').fill('Late, but here')
  await form.getByLabel('Abstract').fill('The train.')
  await form.getByRole('radio', { name: 'Talk' }).check()
  await form.getByRole('button', { name: 'Submit the proposal' }).click()
  await form.waitForURL(/done=submitted/)
  await visitor.close()
})

async function codeOf(): Promise<string> {
  const [row] = await query<{ code: string }>(
    `select p.code from proposal p join event e on e.id = p.event_id
      where e.slug = '${SLUG}' and p.title = 'What fits under a desk'`,
  )
  return row?.code ?? ''
}
