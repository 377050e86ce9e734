import { expect, test } from 'vitest'
import { addPair, changePairs } from '@/features/assignments/commands/pairs'
import { applyPlan, cancelPlan, requestPlan } from '@/features/assignments/commands/plan'
import { saveWish, setLoads } from '@/features/assignments/commands/wishes'
import { workPlansOut } from '@/features/assignments/commands/work'
import { assignmentWork } from '@/features/assignments/jobs/work'
import { getChange } from '@/features/assignments/queries/change'
import { listLoads } from '@/features/assignments/queries/loads'
import { getPlan } from '@/features/assignments/queries/plans'
import { db } from '@/lib/db'
import { call as ask, aToken, walk } from '../api'
import { anOpenCall, aPerson, aProposal } from '../factories'
import { entered } from '../proposals'

const now = new Date()
const settings = { reviewsPerProposal: 2, reviewerLoad: null, fairness: 0.5 }
const never = new AbortController().signal

/** Four proposals of one event, three reviewers and a chair. */
async function aCommittee() {
  const call = await anOpenCall()
  const event = await entered(call.event)
  const chair = await aPerson({ roles: ['chair'], eventId: event.id })
  const reviewers = []
  for (let n = 0; n < 3; n++) reviewers.push(await aPerson({ roles: ['reviewer'], eventId: event.id }))
  const proposals = []
  for (let n = 0; n < 4; n++) proposals.push((await aProposal({ call, title: `Talk ${n}` })).proposal)
  return { call, event, chair, reviewers, proposals, one: proposals[0] as (typeof proposals)[0] }
}
type Committee = Awaited<ReturnType<typeof aCommittee>>

async function planned({ chair, event }: Committee, more = {}) {
  const asked = await requestPlan(chair, event, { ...settings, ...more }, now)
  if (!asked.ok) throw new Error(asked.reason)
  await assignmentWork.run(never)
  return asked.plan
}
const pairs = () => db.assignment.findMany({ orderBy: [{ proposalId: 'asc' }, { reviewerId: 'asc' }] })

test('a plan gives every proposal its reviews, in a thread, and changes nothing before it is applied', async () => {
  const committee = await aCommittee()
  const { event, chair } = committee
  const plan = await planned(committee)
  const made = await getPlan(event)
  expect(made).toMatchObject({ id: plan, state: 'done', result: { optimal: true, unmet: [], remove: [], after: 8 } })
  expect(await pairs()).toEqual([])
  expect(await applyPlan(chair, event, plan, now)).toEqual({ ok: true, added: 8, removed: 0 })
  const loads = (await listLoads(event, chair)).map(({ assigned }) => assigned)
  expect(Math.max(...loads)).toBeLessThanOrEqual(4)
  expect(await applyPlan(chair, event, plan, now)).toEqual({ ok: false, reason: 'not-done' })
  const again = await getPlan(event, await planned(committee))
  expect(again?.result).toMatchObject({ add: [], remove: [] })
})

test('nobody gets what they speak in or declared a conflict with, not by hand either; what then is missing is said', async () => {
  const committee = await aCommittee()
  const { event, chair, reviewers, one } = committee
  const [first, second] = reviewers as [(typeof reviewers)[0], (typeof reviewers)[0]]
  await db.proposalSpeaker.create({ data: { proposalId: one.id, personId: first.id } })
  await db.conflict.create({ data: { proposalId: one.id, personId: second.id, reason: 'We founded a company' } })
  const result = (await getPlan(event, await planned(committee)))?.result
  expect(result?.unmet).toEqual([{ proposalId: one.id, missing: 1, why: 'too-few-reviewers' }])
  expect(result?.add.filter(([id]) => id === one.id).map(([, id]) => id)).toEqual([reviewers[2]?.id])
  expect(await addPair(chair, event, { code: one.code, reviewerId: second.id }, now)).toEqual({
    ok: false,
    reason: 'conflict',
  })
})

test('what a chair locked and what is begun stays, and a conflict found later beats both', async () => {
  const committee = await aCommittee()
  const { event, chair, reviewers, one } = committee
  const [reader, other] = reviewers as [(typeof reviewers)[0], (typeof reviewers)[0]]
  expect(await addPair(chair, event, { code: one.code.toLowerCase(), reviewerId: reader.id }, now)).toEqual({
    ok: true,
  })
  await setLoads(chair, event, { [reader.id]: 0 })
  const kept = (await getPlan(event, await planned(committee, { reviewsPerProposal: 1 })))?.result
  expect(kept?.remove).toEqual([])
  expect(kept?.add.some(([, id]) => id === reader.id)).toBe(false)
  await db.conflict.create({ data: { proposalId: one.id, personId: reader.id, reason: 'We share a flat' } })
  const gone = (await getPlan(event, await planned(committee, { reviewsPerProposal: 1 })))?.result
  expect(gone?.remove).toEqual([[one.id, reader.id]])
  const pair = [{ code: one.code, reviewerId: reader.id }]
  expect(await changePairs(other, event, [...pair, { code: one.code, reviewerId: other.id }], 'remove')).toEqual({
    ok: false,
    reason: 'not-found',
  })
  expect(await changePairs(chair, event, pair, 'remove')).toEqual({ ok: true })
  expect(await pairs()).toEqual([])
})

test('wishes and what people know decide, and the plan says so', async () => {
  const committee = await aCommittee()
  const { event, reviewers, call, chair } = committee
  const [fan] = reviewers as [(typeof reviewers)[0]]
  const track = call.event.tracks[0]?.id ?? ''
  const wish = {
    liking: { [track]: 'more' as const, [event.id]: 'less' as const },
    languages: [],
    statedLoad: 1,
    version: 0,
  }
  expect(await saveWish(fan, event, wish)).toEqual({ ok: true })
  expect(await saveWish(fan, event, wish)).toEqual({ ok: false, reason: 'overtaken' })
  const result = (await getPlan(event, await planned(committee, { reviewsPerProposal: 1 })))?.result
  expect(result?.add.filter(([, id]) => id === fan.id)).toHaveLength(1)
  if (!result) throw new Error('There is no plan')
  const { lines } = await getChange(event, chair, result)
  expect(lines.find(({ reviewerSlug }) => reviewerSlug === fan.slug)?.why).toEqual(['wants-track'])
})

test.each([
  ['a proposal came', ({ call }: Committee) => aProposal({ call })],
  [
    'a conflict was declared',
    ({ one, reviewers }: Committee) =>
      db.conflict.create({ data: { proposalId: one.id, personId: reviewers[0]?.id ?? '', reason: 'A friend' } }),
  ],
  [
    'a reviewer left',
    ({ reviewers }: Committee) => db.roleBinding.deleteMany({ where: { personId: reviewers[0]?.id ?? '' } }),
  ],
])('a plan is not applied after %s', async (_, change) => {
  const committee = await aCommittee()
  const plan = await planned(committee)
  await change(committee)
  expect(await applyPlan(committee.chair, committee.event, plan, now)).toEqual({ ok: false, reason: 'overtaken' })
  expect(await pairs()).toEqual([])
})

test('of two who apply one plan one does', async () => {
  const committee = await aCommittee()
  const plan = await planned(committee)
  const outcomes = await Promise.all([1, 2].map(() => applyPlan(committee.chair, committee.event, plan, now)))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.assignment.count()).toBe(8)
})

test('a plan that is cancelled while it is worked out ends, and one whose process stops waits again', async () => {
  const committee = await aCommittee()
  const { event, chair } = committee
  const untilAborted = (signal: AbortSignal) =>
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  const asked = await requestPlan(chair, event, settings, now)
  if (!asked.ok) throw new Error(asked.reason)
  await workPlansOut(never, async (_, signal) => {
    await cancelPlan(chair, event, asked.plan, now)
    return untilAborted(signal)
  })
  expect(await getPlan(event)).toMatchObject({ state: 'cancelled', result: null })
  await requestPlan(chair, event, settings, now)
  const stop = new AbortController()
  await workPlansOut(stop.signal, (_, signal) => {
    stop.abort()
    return signal.aborted ? Promise.reject(signal.reason) : untilAborted(signal)
  })
  expect(await getPlan(event)).toMatchObject({ state: 'queued' })
  await workPlansOut(never, () => Promise.reject(new RangeError('a number is nobody’s')))
  expect(await getPlan(event)).toMatchObject({ state: 'failed', problem: 'a number is nobody’s' })
})

test('the API plans, applies and lists; a reviewer may do none of it, and ids of another event are nothing', async () => {
  const committee = await aCommittee()
  const { event, chair, reviewers } = committee
  const token = await aToken(chair)
  const path = `/events/${event.slug}/assignments`
  const answered = ask(`POST ${path}/plan`, { token, body: { reviewsPerProposal: 1 } })
  for (;;) {
    await assignmentWork.run(never)
    if (await db.assignmentPlan.count({ where: { state: 'done' } })) break
  }
  const plan = await answered
  expect(plan).toMatchObject({ status: 200, body: { state: 'done', optimal: true, remove: [], unmet: [] } })
  expect(plan.body.add).toHaveLength(4)
  const { event: elsewhere, chair: stranger } = await aCommittee()
  const body = { plan: plan.body.plan }
  const foreign = await ask(`POST /events/${elsewhere.slug}/assignments`, { token: await aToken(stranger), body })
  expect(foreign.status).toBe(404)
  expect(await ask(`POST ${path}`, { token, body })).toMatchObject({ status: 200, body: { added: 4, removed: 0 } })
  expect(await walk(`GET ${path}?limit=3`, { token })).toHaveLength(4)
  expect((await ask(`POST ${path}`, { token, body })).status).toBe(409)
  const reviewer = await aToken(reviewers[0] as (typeof reviewers)[0])
  for (const what of [`GET ${path}`, `POST ${path}/plan`, `POST ${path}`])
    expect((await ask(what, { token: reviewer, ...(what.startsWith('POST') ? { body } : {}) })).status).toBe(403)
})
