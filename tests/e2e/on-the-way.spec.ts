import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { TEST_DATABASE_FILE } from '@/scripts/test-database'
import { aBlindEvent } from './blind-event'
import { query } from './database'
import { signInAs } from './session'

/** What happens to a proposal between its first words and the programme, at an event of this test's own. */
async function aPageOf(browser: Browser, personId: string): Promise<Page> {
  const context = await browser.newContext()
  await signInAs(context, personId)
  return context.newPage()
}

async function aChair(browser: Browser, eventId: string): Promise<Page> {
  const name = `chair-${randomUUID().slice(0, 8)}`
  const [chair] = await query<{ id: string }>(
    `with chair as (insert into person (id, slug, name, email) values (gen_random_uuid(), $1, 'Carla Chair', $1 || '@example.org') returning id)
     insert into role_binding (id, role, person_id, event_id) select gen_random_uuid(), 'chair', id, $2 from chair returning person_id as id`,
    [name, eventId],
  )
  return aPageOf(browser, chair?.id ?? '')
}

test('a speaker answers after the close what the event asks of those whom it accepted, and a chair reads it', async ({
  browser,
}) => {
  const { slug, event, codes, speakers } = await aBlindEvent()
  const [code = ''] = codes
  await query(`update call set closes_at = now() - interval '1 hour' where event_id = $1`, [event])
  await query(
    `insert into question (id, event_id, key, kind, label, is_required, is_for_accepted)
     values (gen_random_uuid(), $1, 'stage', 'text', 'What do you need on stage?', true, true)`,
    [event],
  )
  const page = await aPageOf(browser, speakers[0] ?? '')
  await page.goto(`/me/proposals/${code}`)
  await expect(page.getByRole('link', { name: 'Answer what the event still asks' })).toHaveCount(0)
  await query(
    `update proposal set decision = 'accepted', decided_at = now(), announced = 'accepted', announced_at = now(),
       answer_by = now() + interval '9 days' where code = $1`,
    [code],
  )
  await page.reload()
  await expect(page.getByLabel('Abstract')).toHaveCount(0)
  await page.getByRole('link', { name: 'Answer what the event still asks' }).click()
  await page.getByRole('button', { name: 'Save my answers' }).click()
  await expect(page.getByText('Some that the event must have are still missing.')).toBeVisible()
  await page.getByLabel('What do you need on stage?').fill('A table for three boards')
  await page.getByRole('button', { name: 'Save my answers' }).click()
  await expect(page.getByText('Your answers are saved.', { exact: true })).toBeVisible()
  await expect(page.getByLabel('What do you need on stage?')).toHaveValue('A table for three boards')

  const chair = await aChair(browser, event)
  await chair.goto(`/admin/events/${slug}/proposals/${code}`)
  await expect(chair.getByText('A table for three boards')).toBeVisible()
})

for (const javaScriptEnabled of [true, false])
  test(`a draft is moved to another call, which says first what it leaves behind, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    browser,
  }) => {
    const { event, codes, speakers } = await aBlindEvent()
    const [code = ''] = codes
    await query(
      `insert into call (id, event_id, kind, opens_at, position) values (gen_random_uuid(), $1, 'posters', now() - interval '1 day', 1)`,
      [event],
    )
    await query(
      `insert into question (id, event_id, call_id, key, kind, label)
       select gen_random_uuid(), event_id, id, 'demo', 'text', 'What do you show?' from call where event_id = $1 and kind = 'talks'`,
      [event],
    )
    await query(`update proposal set submitted_at = null, answers = '{"demo": "A small cluster"}' where code = $1`, [
      code,
    ])
    const context = await browser.newContext({ javaScriptEnabled })
    await signInAs(context, speakers[0] ?? '')
    const page = await context.newPage()
    await page.goto(`/me/proposals/${code}`)
    await page.getByRole('link', { name: 'Move it to another call of Blind Days' }).click()
    await page.getByRole('link', { name: 'Posters' }).click()
    await expect(page.getByRole('row', { name: 'What do you show? A small cluster' })).toBeVisible()
    await page.getByRole('button', { name: 'Move it to Posters' }).click()
    await page.waitForURL(/done=moved/)
    await expect(page.getByLabel('Abstract')).toHaveValue('Two years of alerts, counted.')
    // What only the other call asked stays with the draft, where nobody reads it.
    await expect(page.getByLabel('What do you show?')).toHaveCount(0)
    expect(
      await query('select c.kind from proposal p join call c on c.id = p.call_id where p.code = $1', [code]),
    ).toEqual([{ kind: 'posters' }])
    await context.close()
  })

test('what a reviewer and a chair recommend is theirs to change, and the decision room shows the last word', async ({
  browser,
}) => {
  const { slug, event, codes, person } = await aBlindEvent()
  const [code = ''] = codes
  const recommend = async (page: Page, place: string, word: string, button: string) => {
    await page.goto(`/admin/events/${slug}/${place}/${code}`)
    await page.getByLabel('What should be decided').selectOption({ label: word })
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByText('The chairs see your recommendation.')).toBeVisible()
    await expect(page.getByLabel('What should be decided').locator('option:checked')).toHaveText(word)
  }
  const reviewer = await aPageOf(browser, person.id)
  await recommend(reviewer, 'review', 'Accept', 'Recommend')
  const chair = await aChair(browser, event)
  await chair.goto(`/admin/events/${slug}/decisions`)
  const row = chair.getByRole('row', { name: /^Choose “Alerts 0/ })
  await expect(row).toContainText('recommended: yes')
  await recommend(reviewer, 'review', 'Do not accept', 'Change my recommendation')
  await recommend(chair, 'proposals', 'Put on the waiting list', 'Recommend')
  await chair.goto(`/admin/events/${slug}/decisions`)
  await expect(row).toContainText('recommended: wait')
})

/** Brings a file in as an operator would, beside the running app. */
function bringIn(file: string, event: string) {
  const env = { ...process.env, DATABASE_URL: readFileSync(TEST_DATABASE_FILE, 'utf8'), LECTERN_DEMO: '1' }
  const done = spawnSync(process.execPath, ['scripts/run.js', 'import', 'pretalx', file, '--event', event], {
    env,
    encoding: 'utf8',
  })
  expect(done.status, done.stderr).toBe(0)
  return done.stdout
}

test('what a chair exports goes into an empty event, comes out of it the same, and changes nothing there a second time', async ({
  browser,
}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-export-'))
  const [from, to] = [await aBlindEvent(), await aBlindEvent()]
  await query('delete from proposal where event_id = $1', [to.event])
  const exported = async ({ slug, event }: typeof from) => {
    const chair = await aChair(browser, event)
    await chair.goto(`/admin/events/${slug}/export`)
    const [file] = await Promise.all([
      chair.waitForEvent('download'),
      chair.getByRole('link', { name: 'pretalx.json' }).click(),
    ])
    const place = path.join(folder, `${slug}.json`)
    await file.saveAs(place)
    return place
  }
  try {
    const file = await exported(from)
    expect(bringIn(file, to.slug)).toContain('4 new, 0 changed')
    const chair = await aChair(browser, to.event)
    await chair.goto(`/admin/events/${to.slug}/proposals`)
    await expect(chair.getByRole('link', { name: `Alerts 3 ${from.tag}` })).toBeVisible()
    const again = await exported(to)
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(file, 'utf8'))
    expect(bringIn(again, to.slug)).toContain('0 new, 0 changed, 4 unchanged')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
