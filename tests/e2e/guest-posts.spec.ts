import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { query } from './database'
import { linkIn, mailsTo, waitForMail } from './mail'

const fresh = (who: string) => `${who}-${randomUUID().slice(0, 8)}@example.org`

async function asEditor(browser: Browser): Promise<Page> {
  const context = await browser.newContext()
  await context.request.post('/dev/sign-in', { form: { role: 'editor' }, maxRedirects: 0 })
  return context.newPage()
}

/** An editor invites somebody new; their mail leads, by way of a sign-in, to their own empty text. */
async function invite(editor: Page, guest: Page, address: string): Promise<string> {
  await editor.goto('/admin/content/posts')
  await editor.getByLabel('E-mail address').fill(address)
  await editor.getByLabel('Name').fill('Gusta Fremd')
  await editor.getByLabel('What you would like to read').fill('How you count what nobody sees.')
  await editor.getByRole('button', { name: 'Invite' }).click()
  await expect(editor.getByText(/is told by mail and can begin/)).toBeVisible()
  const link = linkIn(await waitForMail(address, /invited/))
  await guest.goto(link)
  await guest.getByLabel('E-mail address').fill(address)
  await guest.getByRole('button', { name: 'Mail me a link' }).click()
  await guest.goto(linkIn(await waitForMail(address, /Sign in/)))
  await guest.getByRole('button', { name: 'Sign in' }).click()
  await guest.waitForURL(/\/me\/posts\//)
  await expect(guest.getByText('How you count what nobody sees.').first()).toBeVisible()
  return new URL(guest.url()).pathname.split('/').at(-1) ?? ''
}

const textWith = (...quotes: [name: string, words: string][]) =>
  ['We counted for a year.', ...quotes.map(([name, words]) => `<Quote name="${name}">\n${words}\n</Quote>`)].join(
    '\n\n',
  )

async function write(page: Page, title: string, text: string) {
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('Summary').fill('A year of numbers, and what they were good for.')
  await page.getByLabel('Text', { exact: true }).fill(text)
}

async function handIn(page: Page) {
  await page.getByRole('button', { name: 'Hand it in' }).click()
  await page.waitForURL(/done=submitted/)
}

async function answer(page: Page, address: string, button: string) {
  await page.goto(linkIn(await waitForMail(address, /May we quote you/)))
  await page.getByRole('button', { name: button }).click()
  await expect(page.getByText(/^You have (approved|refused)/)).toBeVisible()
}

/** The list may be an old copy for a moment, where the machine is slow to draw the new one. */
async function expectListed(page: Page, title: string) {
  await expect.poll(async () => (await page.request.get('/blog')).text()).toContain(title)
}

async function approve(editor: Page, id: string, addresses: Record<string, string>) {
  await editor.goto(`/admin/content/posts/${id}`)
  for (const [name, address] of Object.entries(addresses))
    await editor.getByLabel(`E-mail address of ${name}`).fill(address)
  await editor.getByRole('button', { name: 'Approve' }).click()
  await editor.waitForURL(/done=approved/)
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a guest’s text with two quotes goes from the browser to publication', async ({ page, browser }) => {
      test.setTimeout(120_000)
      const title = `What we counted ${randomUUID().slice(0, 8)}`
      const [ada, bo] = [fresh('ada'), fresh('bo')]
      const editor = await asEditor(browser)
      const id = await invite(editor, page, fresh('guest'))
      await write(page, title, textWith(['Ada Lima', 'Nobody asked us.'], ['Bo Ek', 'Then everybody did.']))
      if (javaScriptEnabled) {
        await expect(page.getByText(/Draft saved at/)).toBeVisible()
        await expect(page.getByRole('region', { name: 'Preview' }).getByText('Nobody asked us.')).toBeVisible()
        await expect(page.getByLabel('E-mail address of Ada Lima')).toBeVisible()
      } else {
        await page.getByRole('button', { name: 'Save', exact: true }).click()
        await page.waitForURL(/done=saved/)
        await expect(page.getByRole('region', { name: 'Preview' }).getByText('Nobody asked us.')).toBeVisible()
      }
      await page.getByLabel('E-mail address of Ada Lima').fill(ada)
      await handIn(page)

      await approve(editor, id, { 'Bo Ek': bo })
      await expect(editor.getByRole('button', { name: 'Publish' })).toHaveCount(0)
      const quoted = await (await browser.newContext({ javaScriptEnabled })).newPage()
      const link = linkIn(await waitForMail(ada, /May we quote you/))
      // A mail scanner looks first, and answers nothing.
      expect((await quoted.request.get(link)).status()).toBe(200)
      await quoted.goto(link)
      await expect(quoted.getByText('Nobody asked us.')).toBeVisible()
      await expect(quoted.getByText('Then everybody did.')).toHaveCount(0)
      await quoted.getByRole('button', { name: 'Approve these words' }).click()
      await expect(quoted.getByText('You have approved these words.')).toBeVisible()
      await quoted.goto(link)
      await expect(quoted.getByRole('button', { name: 'Approve these words' })).toHaveCount(0)

      await editor.reload()
      await expect(editor.getByRole('button', { name: 'Publish' })).toHaveCount(0)
      await answer(quoted, bo, 'Approve these words')
      await editor.goto(`/admin/content/posts/${id}`)
      await editor.getByRole('button', { name: 'Publish' }).dblclick()
      await editor.waitForURL(/done=published/)
      await editor.getByRole('link', { name: 'See it as readers do' }).click()
      await expect(editor.getByRole('heading', { name: title })).toBeVisible()
      await expect(editor.getByText('Then everybody did.')).toBeVisible()
      const [{ count } = { count: 0 }] = await query<{ count: number }>(
        "select count(*)::int from guest_post_move where post_id = $1 and move = 'publish'",
        [id],
      )
      expect(count).toBe(1)
      await expectListed(page, title)

      await editor.goto(`/admin/content/posts/${id}`)
      await editor.getByLabel('Why it is taken off the site').fill('By wish of the guest')
      await editor.getByRole('button', { name: 'Take it off the site' }).click()
      await editor.waitForURL(/done=unpublished/)
      expect(await (await page.request.get('/blog')).text()).not.toContain(title)
    })
  })

test('a refused quote holds a text back, until its words are others and approved', async ({ page, browser }) => {
  test.setTimeout(120_000)
  const title = `What they said ${randomUUID().slice(0, 8)}`
  const [ada, guest] = [fresh('ada'), fresh('guest')]
  const editor = await asEditor(browser)
  const id = await invite(editor, page, guest)
  await write(page, title, textWith(['Ada Lima', 'We were wrong.']))
  await handIn(page)
  await approve(editor, id, { 'Ada Lima': ada })
  const quoted = await (await browser.newContext()).newPage()
  await quoted.goto(linkIn(await waitForMail(ada, /May we quote you/)))
  await quoted.getByLabel(/Anything to say/).fill('We were early.')
  await quoted.getByRole('button', { name: 'Refuse to be quoted' }).click()
  await expect(quoted.getByText('You have refused to be quoted.')).toBeVisible()

  await editor.goto(`/admin/content/posts/${id}`)
  await expect(editor.getByText('Held back by a quote')).toBeVisible()
  await expect(editor.getByRole('button', { name: 'Publish' })).toHaveCount(0)
  expect(await query('select 1 from document where file = $1', [`guest/${id}`])).toHaveLength(0)
  await waitForMail(guest, /Ada Lima has refused a quote/)
  await page.reload()
  await expect(page.getByText('Ada Lima refuses to be quoted with these words.')).toBeVisible()

  await editor.getByLabel('What is to be changed').fill('Please take her words.')
  await editor.getByRole('button', { name: 'Ask for changes' }).click()
  await editor.waitForURL(/done=given-back/)
  await page.goto(`/me/posts/${id}`)
  await write(page, title, textWith(['Ada Lima', 'We were early.']))
  await handIn(page)
  await approve(editor, id, { 'Ada Lima': ada })
  await expect.poll(() => mailsTo(ada).length).toBe(2)
  await answer(quoted, ada, 'Approve these words')
  await editor.goto(`/admin/content/posts/${id}`)
  await editor.getByRole('button', { name: 'Publish' }).click()
  await editor.waitForURL(/done=published/)
  await expectListed(page, title)
})

test('what would run in a reader’s browser is refused with its place, and is drawn in no preview', async ({
  page,
  browser,
}) => {
  const editor = await asEditor(browser)
  await invite(editor, page, fresh('guest'))
  await write(page, 'A harmless title', 'Fine.\n\n<script>window.ran = true</script>\n\n[here](javascript:alert(1))')
  const preview = page.getByRole('region', { name: 'Preview' })
  await expect(preview.getByRole('button', { name: 'Line 3, column 1' })).toBeVisible()
  await expect(preview.getByRole('button', { name: 'Line 5, column 1' })).toBeVisible()
  await page.getByRole('button', { name: 'Hand it in' }).click()
  await expect(page.getByText(/has a place that cannot be shown/)).toBeVisible()
  await preview.getByRole('button', { name: 'Line 5, column 1' }).click()
  await expect(page.getByLabel('Text', { exact: true })).toBeFocused()
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
})
