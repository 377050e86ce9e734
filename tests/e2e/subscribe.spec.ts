import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { TEST_DATABASE_FILE } from '@/scripts/test-database'
import { TEST_ORIGIN } from '@/scripts/test-ports'
import { query } from './database'
import { linkIn, mailsTo, waitForMail } from './mail'

/** Sends the digest as an operator would, beside the running app. */
function sendDigest() {
  const env = {
    ...process.env,
    DATABASE_URL: readFileSync(TEST_DATABASE_FILE, 'utf8'),
    APP_URL: TEST_ORIGIN,
    LECTERN_DEMO: '1',
    NEXTAUTH_SECRET: 'a-secret-of-the-journeys-that-nobody-needs',
  }
  return spawnSync(process.execPath, ['scripts/run.js', 'digest'], { env, encoding: 'utf8' })
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a reader subscribes by a mailed link and its button, gets the week, and leaves with one press', async ({
      page,
      request,
    }) => {
      const address = `reader-${randomUUID().slice(0, 8)}@example.org`
      await page.goto('/changes')
      await page.getByRole('main').getByRole('link', { name: 'Once a week by mail' }).click()
      await page.getByLabel('E-mail address').fill('nobody')
      await page.getByRole('button', { name: 'Subscribe' }).click()
      await expect(page.getByRole('alert').getByRole('link')).toHaveText(
        'Enter an e-mail address like name@example.org',
      )
      await page.getByLabel('E-mail address').fill(address)
      await page.getByLabel('Corrections').uncheck()
      await page.getByRole('button', { name: 'Subscribe' }).click()
      await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible()

      const link = linkIn(await waitForMail(address, /^Confirm/))
      for (const _ of [1, 2]) expect((await request.get(link)).status()).toBe(200)
      expect(await query('select from subscription where email = $1', [address])).toHaveLength(0)
      await page.goto(link)
      await expect(page.getByText(address)).toBeVisible()
      await page.getByRole('button', { name: 'Confirm' }).click()
      await expect(page.getByRole('heading', { name: 'You are subscribed' })).toBeVisible()

      // A week passes in which something happened.
      await query(`insert into project_move (project_id, level, effective_on)
        select id, 'archived', date_trunc('week', now() - interval '7 days' - interval '6 hours') + interval '1 day' from project
        where slug = 'openmetrics' on conflict do nothing`)
      // In one: the server may find by itself that a week is due, and must find the whole of it.
      await query(
        `with earlier as (delete from digest)
        update subscription set confirmed_at = now() - interval '8 days', last_digest_on = null where email = $1`,
        [address],
      )
      try {
        expect(sendDigest()).toMatchObject({ status: 0 })
        // With all that decides it, so that a failure tells why.
        const outcome = await query<{ mails: number }>(
          `select s.confirmed_at, s.last_digest_on, s.topics, (select jsonb_agg(d) from digest d) as digests,
             (select count(*)::int from outbox_message where kind = 'digest' and "to" = s.email) as mails
           from subscription s where email = $1`,
          [address],
        )
        expect(outcome[0]?.mails, JSON.stringify(outcome)).toBe(1)
        const mail = await waitForMail(address, /OpenMetrics/)
        expect(mail.text).toContain('OpenMetrics has been archived')
        expect(sendDigest()).toMatchObject({ status: 0 })
        expect(mailsTo(address)).toHaveLength(2)

        const unsubscribe = /List-Unsubscribe:\s+<([^>]+)>/.exec(mail.source)?.[1] ?? ''
        expect(mail.source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
        await page.goto(unsubscribe)
        await expect(page.getByRole('heading', { name: 'End the weekly mail?' })).toBeVisible()
        if (javaScriptEnabled) {
          // A mail program's POST: no cookie, no origin, no redirect.
          const answer = await fetch(unsubscribe, {
            method: 'POST',
            body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
            redirect: 'error',
          })
          expect(answer.status).toBe(200)
        } else {
          await page.getByRole('button', { name: 'Unsubscribe' }).click()
        }
        await page.goto(unsubscribe)
        await expect(page.getByRole('heading', { name: 'You are not subscribed' })).toBeVisible()
        expect(await query('select from subscription where email = $1', [address])).toHaveLength(0)
      } finally {
        await query(
          `delete from project_move where effective_on > now() - interval '1 month' and project_id = (select id from project where slug = 'openmetrics')`,
        )
      }
    })
  })
