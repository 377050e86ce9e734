import { addMinutes } from 'date-fns'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saveDraft, submitProposal } from '@/features/proposals/commands/submit'
import { getOwnProposal } from '@/features/proposals/queries/own'
import { fieldErrorsOf, ProposalDraft } from '@/features/proposals/schema'
import { db } from '@/lib/db'
import { anOpenCall, aPerson } from '../../factories'
import { aDraft, entered } from '../../proposals'

const now = new Date()
const key = '0190f0a0-0000-7000-8000-00000000000a'

async function aCall(facts: Parameters<typeof anOpenCall>[0] = {}) {
  const call = await anOpenCall(facts)
  return { event: await entered(call.event), speaker: await aPerson() }
}

test('control characters, turned reading order and stacked marks are taken out; emoji and four-byte Chinese stay', () => {
  const title = 'A\u0000\u0007B \u202Egnp.exe\u202C \u2067x\u2069 🧑🏽‍🚀 𠮷𡈽 שלום'
  const zalgo = `Z${'\u0301\u0334\u0338'.repeat(40)}algo`
  const draft = ProposalDraft.parse({ ...aDraft, title, abstract: zalgo })
  expect(draft.title).toBe('AB gnp.exe x 🧑🏽‍🚀 𠮷𡈽 שלום')
  expect(draft.abstract.length).toBeLessThan(12)
})

test('any text comes back from the database as it was cleaned, whatever was typed', async () => {
  const { event, speaker } = await aCall()
  const any = fc.string({ unit: 'binary', maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(any, any, async (title, abstract) => {
      const draft = ProposalDraft.parse({ ...aDraft, title: title.slice(0, 60), abstract })
      const made = await saveDraft(speaker, event, { version: 0, draft }, now)
      if (!made.ok) throw new Error(made.reason)
      expect((await getOwnProposal(speaker, made.code, now))?.text).toEqual(draft)
    }),
    { numRuns: 40 },
  )
})

test('ten megabytes are refused with a sentence beside their field, and nothing is saved', async () => {
  const parsed = ProposalDraft.safeParse({ ...aDraft, abstract: 'x'.repeat(10 * 1024 * 1024) })
  expect(parsed.success).toBe(false)
  expect(parsed.error && fieldErrorsOf(parsed.error)).toEqual([
    { path: 'abstract', message: 'The abstract is longer than 20,000 characters' },
  ])
  expect(await db.proposal.count()).toBe(0)
})

test('a submission replayed after the call has closed is answered as it was, and mails nobody again', async () => {
  const { event, speaker } = await aCall({ closesAt: addMinutes(now, 10) })
  const send = (at: Date) => submitProposal(speaker, event, { key, version: 0, draft: aDraft }, at)
  const first = await send(now)
  expect(first.ok).toBe(true)
  expect(await send(addMinutes(now, 60))).toEqual(first)
  const other = { key, version: 0, draft: { ...aDraft, title: 'Changed on the way' } }
  expect(await submitProposal(speaker, event, other, addMinutes(now, 60))).toMatchObject({
    ok: false,
    reason: 'closed',
  })
  expect(await db.outboxMessage.count()).toBe(1)
  expect(await db.proposalVersion.count()).toBe(1)
})

test('ten at once, of one form, are one proposal with one version', async () => {
  const { event, speaker } = await aCall({ limit: 1 })
  const send = () => submitProposal(speaker, event, { key, version: 0, draft: aDraft }, now)
  const outcomes = await Promise.all(Array.from({ length: 10 }, send))
  expect(outcomes.every(({ ok }) => ok)).toBe(true)
  expect([await db.proposal.count(), await db.proposalVersion.count(), await db.outboxMessage.count()]).toEqual([
    1, 1, 1,
  ])
})
