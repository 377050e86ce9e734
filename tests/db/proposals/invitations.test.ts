import { expect, test } from 'vitest'
import { answerInvitation } from '@/features/proposals/commands/answer-invitation'
import { handOver, takeHandoverBack } from '@/features/proposals/commands/handover'
import { saveDraft, submitProposal } from '@/features/proposals/commands/submit'
import { getOwnProposal } from '@/features/proposals/queries/own'
import { db } from '@/lib/db'
import { anOpenCall, aPerson } from '../../factories'
import { aDraft, entered } from '../../proposals'

const now = new Date()
const visitor = { kind: 'visitor' } as const

async function invited() {
  const call = await anOpenCall()
  const [event, speaker, other] = [await entered(call.event), await aPerson(), await aPerson({ name: 'Grace' })]
  const speakers = [{ email: other.email ?? '', name: 'Grace' }]
  const made = await submitProposal(speaker, event, { version: 0, draft: { ...aDraft, speakers } }, now)
  if (!made.ok) throw new Error(made.reason)
  return { call, event, speaker, other, code: made.code, token: await tokenOf('proposal-co-speaker') }
}

async function tokenOf(kind: string): Promise<string> {
  const [mail] = await db.outboxMessage.findMany({ where: { kind }, orderBy: { createdAt: 'desc' } })
  return /\/invitations\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
}

const speakersOf = async (code: string) =>
  (
    await db.proposalSpeaker.findMany({
      where: { proposal: { code } },
      orderBy: { position: 'asc' },
      select: { isAccepted: true, person: { select: { name: true } } },
    })
  ).map(({ isAccepted, person }) => [person.name, isAccepted])

test('a co-speaker is invited, reads the text, and may change it only after a yes', async () => {
  const { event, other, code, token } = await invited()
  expect(await getOwnProposal(other, code, now)).toMatchObject({ code })
  const edit = (version: number) => ({ code, version, draft: { ...aDraft, title: 'Ours' } })
  expect(await saveDraft(other, event, edit(1), now)).toMatchObject({ ok: false, reason: 'not-found' })
  expect(await answerInvitation(other, { token }, 'accepted', now)).toMatchObject({ ok: true, code })
  expect(await saveDraft(other, event, edit(1), now)).toMatchObject({ ok: true })
  expect(await answerInvitation(other, { token }, 'declined', now)).toMatchObject({ ok: false, reason: 'gone' })
})

test('the database keeps the hash of a link, and the link is spent once it was answered', async () => {
  const { token } = await invited()
  const [row] = await db.speakerInvitation.findMany()
  expect(JSON.stringify(row)).not.toContain(token)
  const answers = await Promise.all([1, 2].map(() => answerInvitation(visitor, { token }, 'declined', now)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.speakerInvitation.findMany()).toMatchObject([{ status: 'declined', tokenHash: null }])
})

test('a no leaves the proposal and its text, without anybody having signed in', async () => {
  const { speaker, code, token } = await invited()
  expect(await answerInvitation(visitor, { token }, 'declined', now)).toMatchObject({ ok: true })
  expect(await speakersOf(code)).toEqual([[speaker.name, true]])
  expect(await getOwnProposal(speaker, code, now)).toMatchObject({ version: 2, text: { speakers: [] } })
})

test('a yes needs somebody, and what was asked of one address may be taken up under another', async () => {
  const { speaker, code, token } = await invited()
  const elsewhere = await aPerson({ name: 'Grace at work' })
  expect(await answerInvitation(visitor, { token }, 'accepted', now)).toEqual({ ok: false, reason: 'signed-out' })
  expect(await answerInvitation(speaker, { token }, 'accepted', now)).toEqual({ ok: false, reason: 'speaks-already' })
  expect(await answerInvitation(elsewhere, { token }, 'accepted', now)).toMatchObject({ ok: true })
  expect(await speakersOf(code)).toEqual([
    [speaker.name, true],
    ['Grace at work', true],
  ])
  const own = await getOwnProposal(elsewhere, code, now)
  expect(own?.text.speakers).toEqual([{ name: 'Grace at work', email: elsewhere.email }])
})

test('who is invited and is a chair does not act on the proposal for the committee', async () => {
  const { event, other, code } = await invited()
  const chair = { ...other, bindings: [{ role: 'chair' as const, eventId: event.id }] }
  const input = { code, version: 1, draft: { ...aDraft, title: 'Mine' } }
  expect(await saveDraft(chair, event, input, now)).toEqual({ ok: false, reason: 'conflict' })
})

test('a link that has expired opens nothing', async () => {
  const { other, token } = await invited()
  const later = new Date(now.getTime() + 61 * 86_400_000)
  expect(await answerInvitation(other, { token }, 'accepted', later)).toEqual({ ok: false, reason: 'gone' })
})

test('a proposal made for somebody else is theirs once they take it over, and the log says so', async () => {
  const call = await anOpenCall({ limit: 1 })
  const [event, writer, giver] = [await entered(call.event), await aPerson(), await aPerson({ name: 'Ada' })]
  const made = await submitProposal(writer, event, { version: 0, draft: aDraft }, now)
  if (!made.ok) throw new Error(made.reason)
  const to = { name: 'Ada', email: 'ada.private@example.net' }
  expect(await handOver(giver, event, made.code, to, now)).toEqual({ ok: false, reason: 'not-found' })
  expect(await handOver(writer, event, made.code, to, now)).toEqual({ ok: true })
  const first = await tokenOf('proposal-handover')
  expect(await takeHandoverBack(writer, event, made.code)).toEqual({ ok: true })
  expect(await answerInvitation(giver, { token: first }, 'accepted', now)).toEqual({ ok: false, reason: 'gone' })
  await handOver(writer, event, made.code, to, new Date(now.getTime() + 1_000))
  const token = await tokenOf('proposal-handover')
  const full = await aPerson()
  await submitProposal(full, event, { version: 0, draft: aDraft }, now)
  expect(await answerInvitation(full, { token }, 'accepted', now)).toEqual({ ok: false, reason: 'limit-reached' })
  expect(await answerInvitation(giver, { token }, 'accepted', now)).toMatchObject({ ok: true, kind: 'handover' })
  expect(await speakersOf(made.code)).toEqual([['Ada', true]])
  expect(await getOwnProposal(writer, made.code, now)).toBeNull()
  const { createdById } = await db.proposal.findUniqueOrThrow({ where: { code: made.code } })
  expect(createdById).toBe(writer.id)
  expect(await db.auditEntry.findMany({ where: { verb: 'answer-invitation' } })).toMatchObject([{ actorId: giver.id }])
})
