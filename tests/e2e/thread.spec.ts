import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import ICAL from 'ical.js'
import { validateXML } from 'xmllint-wasm'
import { officialSchema } from '../conformance/shared'
import { query } from './database'
import { linkIn, waitForMail } from './mail'
import { demoFacts } from './pages'

const ABSTRACT =
  'What a queue does when everybody arrives in the last five minutes, told with the graphs of one such evening.'

const SUBMITTED = `select count(*) as reviews from review r join proposal p on p.id = r.proposal_id
  where p.title = $1 and r.submitted_at is not null`

async function signedIn(browser: Browser, role: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled })
  const answer = await context.request.post('/dev/sign-in', { form: { role }, maxRedirects: 0 })
  expect(answer.status()).toBe(303)
  return context.newPage()
}

async function readsAndFindsTheCall(page: Page, event: string) {
  await page.goto('/')
  await page.getByRole('link', { name: 'Prometheus graduates' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Prometheus graduates' })).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: 'Events' }).first().click()
  await page.locator(`main a[href="/events/${event}"]`).first().click()
  await page.locator(`main a[href="/events/${event}/submit"]`).first().click()
  await expect(page.getByRole('heading', { level: 1, name: /^Propose/ })).toBeVisible()
}

/** Types before signing in, signs in by mail, and finds every word again. */
async function proposes(page: Page, title: string, address: string): Promise<string> {
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('Abstract').fill(ABSTRACT)
  await page.getByRole('radio').first().press('Space')
  await page.getByRole('button', { name: 'Sign in and go on' }).click()
  // The form has a field for a co-speaker's address: only the next page's is meant.
  await page.waitForURL(/\/sign-in\?/)
  await page.getByLabel('E-mail address').fill(address)
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible()
  await page.goto(linkIn(await waitForMail(address, /sign in/i)))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Propose/ })).toBeVisible()
  await expect(page.getByLabel('Title')).toHaveValue(title)
  await expect(page.getByLabel('Abstract')).toHaveValue(ABSTRACT)
  await page.getByRole('button', { name: 'Submit the proposal' }).click()
  await page.waitForURL(/\/me\/proposals\/[A-Z2-9]{6}/)
  await expect(page.getByText('Submitted', { exact: true }).first()).toBeVisible()
  return /[A-Z2-9]{6}/.exec(new URL(page.url()).pathname)?.[0] ?? ''
}

async function scores(page: Page, event: string, title: string) {
  await page.goto(`/admin/events/${event}/review`)
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByText(ABSTRACT)).toBeVisible()
  for (const group of await page.locator('[data-criterion]').all()) await group.getByRole('radio').last().press('Space')
  await page.getByLabel('For the committee').fill('Concrete, and nobody else offers it.')
  await page.getByRole('button', { name: 'Hand in and go on' }).click()
  await expect.poll(() => query(SUBMITTED, [title]), { message: 'the review is handed in' }).toEqual([{ reviews: '1' }])
}

async function acceptsAndAnnounces(page: Page, event: string, code: string, title: string) {
  await page.goto(`/admin/events/${event}/decisions`)
  await page.getByRole('checkbox', { name: `Choose “${title}”` }).check()
  await page.getByLabel('Decide about the chosen').selectOption({ label: 'Accept' })
  await page.getByRole('button', { name: 'Decide', exact: true }).click()
  await expect(page.getByRole('checkbox', { name: `Announce “${title}”` })).toBeVisible()
  for (const box of await page.locator('input[name="preview"]').all())
    await box.setChecked((await box.inputValue()) === code)
  await page.getByRole('button', { name: 'Read the mails before they go' }).click()
  await expect(page.getByRole('heading', { name: 'One mail' })).toBeVisible()
  await page.getByRole('button', { name: 'Announce this decision' }).click()
  await expect(page.getByText('One proposal is announced.')).toBeVisible()
}

async function placesAndReleases(page: Page, event: string, title: string, time: string, release: string) {
  await page.goto(`/admin/events/${event}/schedule`)
  await page.getByRole('link', { name: title }).click()
  await page.getByLabel('Starts').fill(time)
  await page.locator('#inspector').getByRole('button').first().click()
  await expect(page.locator('#unplaced').locator('..').getByRole('link', { name: title })).toBeHidden()
  await page.getByLabel('Name of the release').fill(release)
  await page.getByRole('button', { name: 'Release the schedule' }).click()
  await expect.poll(() => query('select number from release where name = $1', [release])).toHaveLength(1)
}

async function isInTheProgramme(page: Page, event: string, title: string) {
  await expect
    .poll(async () => (await page.request.get(`/events/${event}/schedule.ics`)).status(), { timeout: 5_000 })
    .toBe(200)
  await page.goto(`/events/${event}/schedule`)
  const link = page.getByRole('link', { name: title }).first()
  const days = await page.locator('main nav a').evaluateAll((all) => all.map((day) => day.getAttribute('href') ?? ''))
  for (const day of days) if (!(await link.isVisible())) await page.goto(new URL(day, page.url()).href)
  await expect(link).toBeVisible()

  const calendar = new ICAL.Component(
    ICAL.parse(await (await page.request.get(`/events/${event}/schedule.ics`)).text()),
  )
  const summaries = calendar.getAllSubcomponents('vevent').map((item) => item.getFirstPropertyValue('summary'))
  expect(summaries).toContain(title)

  const xml = await (await page.request.get(`/events/${event}/schedule.xml`)).text()
  expect(xml).toContain(title)
  const schema = officialSchema('schedule.xml.xsd')
  if (!schema) return
  const { errors } = await validateXML({ xml: [{ fileName: 'schedule.xml', contents: xml }], schema: [schema] })
  expect(errors).toEqual([])
}

/** A half hour of the afternoon for each walk: a room holds one thing at a time. */
function timeFor(walk: number): string {
  const minutes = 15 * 60 + 30 * walk
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

for (const [walk, javaScriptEnabled] of [true, false].entries())
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('from an article to a talk on the published schedule', async ({ page, browser }, { repeatEachIndex }) => {
      test.setTimeout(180_000)
      const time = timeFor(2 * repeatEachIndex + walk)
      const { coming } = await demoFacts()
      const tag = randomUUID().slice(0, 8)
      const [title, address] = [`Backpressure at the door ${tag}`, `thread-${tag}@example.org`]
      await readsAndFindsTheCall(page, coming)
      const code = await proposes(page, title, address)

      await scores(await signedIn(browser, 'reviewer', javaScriptEnabled), coming, title)
      const chair = await signedIn(browser, 'chair', javaScriptEnabled)
      await acceptsAndAnnounces(chair, coming, code, title)
      const mail = await waitForMail(address, /accepted/)
      expect(mail.text).toContain(`/me/proposals/${code}`)

      await page.goto(`/me/proposals/${code}`)
      await page.getByRole('button', { name: 'I will give this talk' }).click()
      await expect(page.getByText('Confirmed', { exact: true }).first()).toBeVisible()
      await placesAndReleases(chair, coming, title, time, `Programme ${tag}`)
      await isInTheProgramme(page, coming, title)
    })
  })
