import { addDays } from 'date-fns'
import { expect, test } from 'vitest'
import { getEvent } from '@/features/events/queries'
import { takenBy } from '@/features/events/rules/taken'
import { moveToCall } from '@/features/proposals/commands/move-to-call'
import { saveDraft, submitProposal } from '@/features/proposals/commands/submit'
import { getProposalForm } from '@/features/proposals/queries/call'
import { getMove } from '@/features/proposals/queries/moving'
import { db } from '@/lib/db'
import { aCode, aQuestion } from '../../calls'
import { anOpenCall, aPerson } from '../../factories'
import { aDraft, entered } from '../../proposals'

const now = new Date()

/** An event with a call for talks and one for posters, which takes one format and one track. */
async function twoCalls() {
  const call = await anOpenCall()
  const event = await entered(call.event)
  const eventId = event.id
  const format = await db.format.create({ data: { eventId, slug: 'poster', name: 'Poster', minutes: 45 } })
  const track = await db.track.create({ data: { eventId, slug: 'pictures', name: 'Pictures' } })
  const posters = await db.call.create({
    data: {
      ...{ eventId, kind: 'posters', position: 1 },
      formats: { create: { formatId: format.id } },
      tracks: { create: { trackId: track.id } },
    },
  })
  return { call, posters, event, speaker: await aPerson() }
}

test('a draft goes to another open call with what both ask, and no word is lost', async () => {
  const { call, event, speaker, posters } = await twoCalls()
  await aQuestion(event, { key: 'why' })
  await aQuestion(event, { key: 'bench', callId: call.id })
  await aCode(call, { code: 'TALKSONLY' })
  const draft = { ...aDraft, track: 'operations', answers: { why: 'Because', bench: 'Oak' } }
  const made = await saveDraft(speaker, event, { version: 0, draft, accessCode: 'TALKSONLY' }, now)
  if (!made.ok) throw new Error(made.reason)
  const { code } = made
  const seen = await getMove(speaker, code, now)
  expect(seen?.calls.map(({ call }) => call.kind)).toEqual(['posters'])
  expect(seen?.calls[0]?.left.map((one) => (one.what === 'answer' ? one.question.key : one.what))).toEqual([
    'format',
    'track',
    'bench',
  ])
  expect(seen?.names).toEqual({ format: 'Talk', track: 'Operations' })
  expect(await moveToCall(speaker, event, { code, kind: 'posters' }, now)).toEqual({ ok: true })
  expect(await moveToCall(speaker, event, { code, kind: 'posters' }, now)).toEqual({ ok: true })
  const row = await db.proposal.findUniqueOrThrow({
    where: { code },
    include: { versions: { orderBy: { version: 'asc' } } },
  })
  expect(row).toMatchObject({ callId: posters.id, accessCodeId: null, formatId: null, trackId: null, version: 2 })
  expect(row.versions.map(({ content }) => content)).toMatchObject([draft, { format: null, answers: draft.answers }])
  const posted = { ...draft, format: 'poster', track: 'pictures', answers: { why: 'Because' } }
  expect(await submitProposal(speaker, event, { code, version: 2, draft: posted }, now)).toMatchObject({ ok: true })
})

test('only a draft moves, only by its speakers, and only to a call that is open', async () => {
  const { event, speaker, posters } = await twoCalls()
  const made = await saveDraft(speaker, event, { version: 0, draft: aDraft }, now)
  if (!made.ok) throw new Error(made.reason)
  const { code } = made
  const to = (kind: string) => ({ code, kind })
  expect(await moveToCall(await aPerson(), event, to('posters'), now)).toMatchObject({ reason: 'not-found' })
  expect(await moveToCall(speaker, event, to('panels'), now)).toMatchObject({ reason: 'no-call' })
  await db.call.update({ where: { id: posters.id }, data: { closesAt: addDays(now, -1) } })
  expect(await moveToCall(speaker, event, to('posters'), now)).toMatchObject({ reason: 'closed' })
  expect((await getMove(speaker, code, now))?.calls).toEqual([])
  await db.call.update({ where: { id: posters.id }, data: { closesAt: null } })
  expect(await submitProposal(speaker, event, { code, version: 1, draft: aDraft }, now)).toMatchObject({ ok: true })
  expect(await moveToCall(speaker, event, to('posters'), now)).toMatchObject({ reason: 'already-submitted' })
  expect(await getMove(speaker, code, now)).toBeNull()
  const elsewhere = await twoCalls()
  expect(await moveToCall(speaker, elsewhere.event, to('posters'), now)).toMatchObject({ reason: 'not-found' })
})

test('a call takes, and lists in public, its own formats and tracks alone', async () => {
  const { event, speaker } = await twoCalls()
  const form = await getProposalForm(event.slug, { kind: 'posters' })
  expect(form?.choices.tracks.map(({ slug }) => slug)).toEqual(['pictures'])
  const draft = { ...aDraft, format: 'poster', track: 'operations' }
  expect(await submitProposal(speaker, event, { version: 0, draft, call: 'posters' }, now)).toMatchObject({
    reason: 'incomplete',
    errors: [{ path: 'track' }],
  })
  const view = await getEvent(event.slug, now)
  const call = view?.calls.find(({ kind }) => kind === 'posters') ?? null
  const taken = view && takenBy(view, call)
  expect(taken?.formats.map(({ slug }) => slug)).toEqual(['poster'])
  expect(taken?.tracks.map(({ slug }) => slug)).toEqual(['pictures'])
  expect(view && takenBy(view, null).formats).toHaveLength(2)
})
