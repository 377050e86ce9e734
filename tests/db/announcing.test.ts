import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { addDays } from 'date-fns'
import { build } from 'esbuild'
import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { announceDecisions } from '@/features/proposals/commands/decide'
import { confirmProposal } from '@/features/proposals/commands/moves'
import { releaseSchedule } from '@/features/schedule/commands/release'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { withClient } from '@/lib/postgres/database'
import { anOpenCall } from '../factories'
import { aDecidedProposal } from '../proposals'

let folder: string
let worker: string

beforeAll(async () => {
  folder = mkdtempSync(path.resolve('.build/announce-worker-'))
  worker = path.join(folder, 'worker.mjs')
  const options = { bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external' } as const
  await build({ ...options, entryPoints: ['tests/announce-worker.ts'], outfile: worker, logLevel: 'error' })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Whether somebody waits for a lock in our database. */
async function isWaiting(): Promise<boolean> {
  const rows = await db.$queryRaw<object[]>`
    select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return rows.length > 0
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(20)
}

// The tables that an announcement writes, in turn: held, it gets so far and no further.
for (const table of ['proposal_move', 'outbox_message', 'audit_entry'])
  test(`killed while it writes ${table}, an announcement has told nobody, and made again it tells each once`, async () => {
    const call = await anOpenCall()
    const made = []
    for (const decision of ['accepted', 'rejected', 'waitlisted'] as const)
      made.push(await aDecidedProposal({ call, decision, isAnnounced: false }))
    const [{ chair, event }] = made as [(typeof made)[0]]
    const codes = made.map(({ code }) => code)
    const state = async () => ({
      told: await db.proposal.count({ where: { announcedAt: { not: null } } }),
      mails: await db.outboxMessage.count({ where: { kind: 'proposal-decision' } }),
      moves: await db.proposalMove.count({ where: { move: 'announce' } }),
    })
    await withClient(env().DATABASE_URL ?? '', async (holder) => {
      await holder.query(`begin; lock table ${table} in share mode`)
      const child = spawn(process.execPath, [worker, chair.id, event.slug, ...codes], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const gone = once(child, 'exit')
      await once(child.stdout, 'data')
      await until(isWaiting)
      child.kill('SIGKILL')
      await gone
      await holder.query('rollback')
    })
    // The server of the database hears of a dead client when it next writes to it.
    await until(async () => !(await isWaiting()))
    expect(await state()).toEqual({ told: 0, mails: 0, moves: 0 })
    const announce = () => announceDecisions(chair, event, { codes, dryRun: false }, new Date())
    expect(await announce()).toMatchObject({ ok: true })
    expect(await state()).toEqual({ told: 3, mails: 3, moves: 3 })
    await announce()
    expect(await state()).toEqual({ told: 3, mails: 3, moves: 3 })
  })

test('the calendar file of a session with a slot is the slot that was released', async () => {
  const { chair, speaker, event, code, call, proposal } = await aDecidedProposal()
  await confirmProposal(speaker, event, code, new Date())
  const startsAt = addDays(new Date(), 90)
  startsAt.setUTCHours(9, 30, 0, 0)
  const facts = { eventId: event.id, roomId: call.event.rooms[0]?.id ?? '', proposalId: proposal.id, minutes: 35 }
  await db.slot.create({ data: { ...facts, startsAt } })
  expect(await releaseSchedule(chair, event, { name: 'First' }, new Date())).toMatchObject({ ok: true })
  // Asked anew once it stands in the programme, and confirmed again.
  await db.proposal.update({ where: { code }, data: { answer: null, answeredAt: null } })
  await db.outboxMessage.deleteMany()
  expect(await confirmProposal(speaker, event, code, new Date())).toMatchObject({ ok: true })
  const { calendar } = await db.outboxMessage.findFirstOrThrow({ where: { kind: 'proposal-confirmed' } })
  const read = new ICAL.Component(ICAL.parse(calendar ?? ''))
  for (const zone of read.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const [first, ...more] = read.getAllSubcomponents('vevent')
  if (!first) throw new Error('There is no event in it')
  const session = new ICAL.Event(first)
  expect(more).toEqual([])
  expect(session.summary).toContain(proposal.title)
  expect(session.startDate.toJSDate()).toEqual(startsAt)
  expect(session.endDate.toJSDate().getTime() - startsAt.getTime()).toBe(35 * 60_000)
  expect(session.location).toContain('Hall')
})
