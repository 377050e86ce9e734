import { expect, test } from 'vitest'
import { proposeAgain } from '@/features/proposals/commands/again'
import { confirmProposal } from '@/features/proposals/commands/moves'
import { forgetNeeds, purgeNeeds, saveNeeds } from '@/features/proposals/commands/needs'
import { restoreVersion } from '@/features/proposals/commands/restore'
import { signMissing } from '@/features/proposals/commands/signature'
import { saveDraft, submitProposal } from '@/features/proposals/commands/submit'
import { getOwnNeeds, listSpeakersFor, listUnavailable } from '@/features/proposals/queries/needs'
import { listSimilar, listSimilarInEvent } from '@/features/proposals/queries/similar'
import { listGivenBefore, listTalks } from '@/features/proposals/queries/talks'
import { listCommitteeVersions, listOwnVersions } from '@/features/proposals/queries/versions'
import { readTimes } from '@/features/proposals/schema/needs'
import { db } from '@/lib/db'
import { anOpenCall, aPerson, aProposal } from '../../factories'
import { aDecidedProposal, aDraft, entered } from '../../proposals'

const now = new Date()
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

async function aCall() {
  const call = await anOpenCall()
  return { call, event: await entered(call.event), speaker: await aPerson() }
}

test('an older version is restored as the newest, and none is lost', async () => {
  const { event, speaker } = await aCall()
  const made = await saveDraft(speaker, event, { version: 0, draft: aDraft }, now)
  if (!made.ok) throw new Error(made.reason)
  await saveDraft(speaker, event, { code: made.code, version: 1, draft: { ...aDraft, title: 'Second' } }, later(1))
  expect(await restoreVersion(speaker, event, made.code, 1, later(2))).toMatchObject({ ok: true, version: 3 })
  const versions = await listOwnVersions(speaker, made.code)
  expect(versions?.map(({ version, text }) => [version, text.title])).toEqual([
    [3, aDraft.title],
    [2, 'Second'],
    [1, aDraft.title],
  ])
  expect(await restoreVersion(await aPerson(), event, made.code, 1, now)).toMatchObject({ ok: false })
  expect(await listOwnVersions(await aPerson(), made.code)).toBeNull()
})

test('chairs compare what was handed in and since, never what a draft said before', async () => {
  const { event, speaker } = await aCall()
  const made = await saveDraft(speaker, event, { version: 0, draft: { ...aDraft, title: 'Half a thought' } }, now)
  if (!made.ok) throw new Error(made.reason)
  await submitProposal(speaker, event, { code: made.code, version: 1, draft: aDraft }, later(1))
  await saveDraft(speaker, event, { code: made.code, version: 2, draft: { ...aDraft, title: 'Better' } }, later(2))
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  const titles = (await listCommitteeVersions(event, chair, made.code))?.map(({ text }) => text.title)
  expect(titles).toEqual(['Better', aDraft.title])
  const reviewer = await aPerson({ roles: ['reviewer'], eventId: event.id })
  expect(await listCommitteeVersions(event, reviewer, made.code)).toBeNull()
})

test('a save whose answer was lost is gone on from in the same form, and is a conflict in any other', async () => {
  const { event, speaker } = await aCall()
  const key = '0190f0a0-0000-7000-8000-000000000009'
  const typed = (title: string, form: string) => ({ key, form, version: 0, draft: { ...aDraft, title } })
  expect(await saveDraft(speaker, event, typed('One', 'this-form'), now)).toMatchObject({ ok: true, version: 1 })
  expect(await saveDraft(speaker, event, typed('One two', 'this-form'), now)).toMatchObject({ ok: true, version: 2 })
  expect(await saveDraft(speaker, event, typed('Another', 'that-form'), now)).toMatchObject({ reason: 'overtaken' })
  expect(await db.proposal.count()).toBe(1)
})

test('a talk is proposed again by one click, once, and chairs see where it was given', async () => {
  const before = await aDecidedProposal()
  await confirmProposal(before.speaker, before.event, before.code, now)
  const { call, event } = await aCall()
  await db.track.deleteMany({ where: { eventId: event.id } })
  const again = () => proposeAgain(before.speaker, event, { code: before.code, kind: call.kind }, later(1))
  const [one, two] = await Promise.all([again(), again()])
  if (!one.ok) throw new Error(one.reason)
  expect(two).toEqual(one)
  const draft = await db.proposal.findUniqueOrThrow({ where: { code: one.code }, include: { origin: true } })
  expect(draft).toMatchObject({ origin: { code: before.code }, submittedAt: null, trackId: null })
  expect(await listGivenBefore(one.code)).toMatchObject([{ code: before.code, isGiven: true }])
  const [talk, ...others] = await listTalks(before.speaker)
  expect(others).toEqual([])
  expect(talk?.appearances.map(({ code }) => code)).toEqual([one.code, before.code])
  const stranger = await aPerson()
  expect(await proposeAgain(stranger, event, { code: before.code, kind: call.kind }, now)).toMatchObject({ ok: false })
})

test('near-duplicates of all events are shown to who decides, not to reviewers, and refuse nothing', async () => {
  const [here, earlier] = [await aCall(), await aCall()]
  const abstract =
    'Two years of alerts, counted by hand, and what was left of them after we deleted nearly all at once.'
  const draft = { ...aDraft, title: 'Quiet pagers', abstract }
  const old = await submitProposal(earlier.speaker, earlier.event, { version: 0, draft }, now)
  const copy = { ...draft, title: 'Quiet pagers, again', abstract: abstract.replace('by hand', 'by a robot') }
  const made = await submitProposal(here.speaker, here.event, { version: 0, draft: copy }, now)
  const honest = { ...aDraft, title: 'Loud pagers', abstract: 'Why we page more people than ever, and like it.' }
  await submitProposal(here.speaker, here.event, { version: 0, draft: honest }, now)
  if (!made.ok || !old.ok) throw new Error('Refused')
  const chair = await aPerson({ roles: ['chair'], eventId: here.event.id })
  const [found, ...others] = (await listSimilar(here.event, chair, made.code)) ?? []
  expect(others).toEqual([])
  expect(found).toMatchObject({ code: old.code, event: { isThis: false }, hasSameSpeaker: false, isSameTalk: false })
  expect(found?.similarity).toBeGreaterThan(0.6)
  expect(found?.passages[0]).toContain('and what was left of them')
  expect([...(await listSimilarInEvent(here.event, chair)).keys()]).toEqual([made.code])
  expect([...(await listSimilarInEvent(here.event, chair, [made.code])).values()]).toMatchObject([
    [{ code: old.code, event: { isThis: false }, similarity: found?.similarity }],
  ])
  expect((await listSimilarInEvent(here.event, chair, [])).size).toBe(0)
  const reviewer = await aPerson({ roles: ['reviewer'], eventId: here.event.id })
  expect(await listSimilar(here.event, reviewer, made.code)).toBeNull()
  expect((await listSimilarInEvent(here.event, reviewer)).size).toBe(0)
})

test('what was imported is signed later, once', async () => {
  await aProposal()
  expect(await signMissing()).toBe(1)
  expect(await signMissing()).toBe(0)
})

test('needs are for chairs, times for who makes the schedule, nothing for reviewers, and the day comes', async () => {
  const { event, speaker, chair } = await aDecidedProposal()
  const times = [{ startsAt: later(60), endsAt: later(120) }]
  const needs = { accessibility: 'A ramp', travel: 'A letter for a visa', purgeOn: '2027-01-31' }
  expect(await saveNeeds(speaker, event, { times, needs }, now)).toEqual({ ok: true })
  expect(await saveNeeds(await aPerson(), event, { times, needs }, now)).toMatchObject({ ok: false })
  expect(await listSpeakersFor(event, chair)).toMatchObject([{ times, needs: { accessibility: 'A ramp' } }])
  const scheduler = await aPerson({ roles: ['scheduler'], eventId: event.id })
  expect(await listSpeakersFor(event, scheduler)).toMatchObject([{ times, needs: null }])
  expect(await listSpeakersFor(event, await aPerson({ roles: ['reviewer'], eventId: event.id }))).toEqual([])
  expect([...(await listUnavailable(event)).entries()]).toEqual([[speaker.id, times]])
  expect(JSON.stringify(await db.auditEntry.findMany({ where: { resource: 'needs' } }), replacer)).not.toContain('ramp')
  expect(await purgeNeeds(new Date('2027-01-30'))).toBe(0)
  expect(await purgeNeeds(new Date('2027-01-31'))).toBe(1)
  expect(await getOwnNeeds(speaker, event.slug)).toMatchObject({ needs: null, times })
  await forgetNeeds(speaker, event)
  expect(await getOwnNeeds(speaker, event.slug)).toMatchObject({ needs: null, times: [] })
})

const replacer = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)

test('a time that the clocks skip, half a time and an end before its beginning are refused with a sentence', () => {
  const read = (from: string, to: string) => readTimes([{ from, to }], 'Europe/Berlin')
  expect(read('2027-03-28T02:30', '2027-03-28T04:00')).toMatchObject({
    errors: { 'from-0': 'The clocks skip this time there' },
  })
  expect(read('2027-02-30T10:00', '2027-03-01T10:00')).toMatchObject({
    errors: { 'from-0': 'This is no date and time' },
  })
  expect(read('2027-03-01T10:00', '')).toMatchObject({ ok: false })
  expect(read('2027-03-01T10:00', '2027-03-01T09:00')).toMatchObject({ ok: false })
  expect(read('', '')).toEqual({ ok: true, times: [] })
})
