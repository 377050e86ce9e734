import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { query } from './database'

async function signIn(page: Page) {
  await page.context().request.post('/dev/sign-in', { form: { role: 'editor' }, maxRedirects: 0 })
}

/** A copy of this article that nobody has published, for the time of a test: others read the article itself. */
async function withDraft(of: string, work: (id: string, slug: string) => Promise<void>) {
  const slug = `draft-${randomUUID().slice(0, 8)}`
  const [row] = await query<{ id: string }>(
    `insert into document select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'slug', $2::text,
       'group_slug', $2::text, 'file', 'guest/' || $2::text, 'visible_from', null, 'pinned', false))).*
     from document d where slug = $1 and kind = 'article' returning id`,
    [of, slug],
  )
  if (!row) throw new Error(`There is no article ${of}.`)
  try {
    await work(row.id, slug)
  } finally {
    await query('delete from document where id = $1', [row.id])
  }
}

test('the desk narrows by its address, and leads to a text with its checklist', async ({ page }) => {
  await signIn(page)
  await page.goto('/admin/content')
  await expect(page.getByText('content/blog/jd-interview.mdx')).toBeVisible()
  await page.getByLabel('Kind').selectOption('case-study')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.waitForURL(/kind=case-study/)
  await expect(page.getByText('content/blog/jd-interview.mdx')).toHaveCount(0)
  await page.goto('/admin/content?problem=translation&kind=article')
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'Checklist' })).toBeVisible()
  await expect(page.getByText('There is none in Chinese.')).toBeVisible()
})

test('a link shows a draft to somebody without an account, is kept by nobody, and ends', async ({ page, browser }) => {
  await signIn(page)
  await withDraft('prometheus-graduates', async (id, slug) => {
    await page.goto(`/admin/content/${id}`)
    await page.getByRole('button', { name: 'Make a link' }).click()
    const url = (await page.getByText(/\/preview\/lect_/).textContent()) ?? ''
    const reader = await (await browser.newContext()).newPage()
    const shown = await reader.goto(url)
    expect(shown?.status()).toBe(200)
    expect(shown?.headers()).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'same-origin',
    })
    expect(shown?.headers().etag).toBeUndefined()
    await expect(reader.getByRole('heading', { name: 'Prometheus graduates' })).toBeVisible()
    expect(await reader.locator('script[src*="/_next/"]').count()).toBe(0)
    // The draft itself is where it was: nowhere.
    expect((await reader.request.get(`/blog/${slug}`)).status()).toBe(404)

    await page.reload()
    await page.getByRole('button', { name: 'End it' }).first().click()
    await page.waitForURL(/done=revoked/)
    const over = await reader.goto(url)
    expect(over?.status()).toBe(410)
    expect(over?.headers()['cache-control']).toBe('no-store')
    await expect(reader.getByRole('heading', { name: 'This preview is over' })).toBeVisible()
  })
})

test('a link that never was says no more than one that has ended', async ({ request }) => {
  const answer = await request.get(`/preview/lect_${'x'.repeat(43)}`)
  expect(answer.status()).toBe(410)
  expect(await answer.text()).toContain('This preview is over')
})

test('an editor sees a draft drawn as readers would have it', async ({ page }) => {
  await signIn(page)
  await withDraft('helm-package-manager-for-kubernetes', async (id) => {
    await page.goto(`/admin/content/${id}/preview`)
    await expect(page.getByRole('heading', { name: 'Helm, a package manager for Kubernetes' })).toBeVisible()
  })
})

test('the parts of a text work in its preview as on its page', async ({ page }) => {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.route(
    (url) => url.hostname !== 'localhost',
    (route) => route.fulfill({ contentType: 'text/html', body: '<title>A film</title><p>It runs</p>' }),
  )
  await signIn(page)
  const [text] = await query<{ id: string }>(`select id from document where slug = 'writing' and kind = 'page'`)
  await page.goto(`/admin/content/${text?.id}/preview`)
  await expect(page.getByRole('tab', { name: 'Go' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('tabpanel')).toHaveCount(1)
  await page.getByRole('tab', { name: 'TypeScript' }).click()
  await expect(page.getByRole('tabpanel')).toHaveAccessibleName('TypeScript')
  await page.getByRole('link', { name: /^Play/ }).press('Enter')
  await expect(page.frameLocator('video-link iframe').getByText('It runs')).toBeVisible()
  expect(complaints).toEqual([])
})

test('a press has links to other sites asked for; the desk says when that was, and the text what came of it', async ({
  page,
}) => {
  // A name that nobody can have: no other site is asked in a test.
  const link = 'https://elsewhere.example/paper'
  const [text] = await query<{ id: string }>(
    `update document set links = array_append(links, $1) where slug = 'jd-interview' and kind = 'article' returning id`,
    [link],
  )
  try {
    await signIn(page)
    await page.goto('/admin/content')
    await page.getByRole('button', { name: 'Check links to other sites' }).click()
    await expect(async () => {
      await page.goto('/admin/content')
      await expect(page.getByText(/^1 link to other sites, last asked on/)).toBeVisible({ timeout: 1_000 })
    }).toPass()
    await expect(page.getByText(/waiting\./)).toHaveCount(0)
    await page.goto(`/admin/content/${text?.id}`)
    await expect(page.getByText(new RegExp(`^${link} (is gone|could not be reached)`))).toBeVisible()
  } finally {
    await query('update document set links = array_remove(links, $1)', [link])
    await query('delete from link_check')
  }
})
