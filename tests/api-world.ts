import { addDays, subDays } from 'date-fns'
import sharp from 'sharp'
import type { AuthorizedEvent, Person } from '@/features/access/schema'
import { getAssignmentFacts, versionOf } from '@/features/assignments/queries/facts'
import { createProposal } from '@/features/proposals/commands/create'
import { announceDecisions, decideProposals } from '@/features/proposals/commands/decide'
import { saveAnswerFile } from '@/features/proposals/commands/files'
import { handOver } from '@/features/proposals/commands/handover'
import { addSessionFile } from '@/features/proposals/commands/session-files'
import { saveDraft } from '@/features/proposals/commands/submit'
import { addComment } from '@/features/reviews/commands/comments'
import { saveReview } from '@/features/reviews/commands/save'
import { ReviewInput } from '@/features/reviews/schema'
import { putDraft } from '@/features/schedule/commands/replace-draft'
import { db } from '@/lib/db'
import { hashToken, randomToken } from '@/lib/tokens'
import { aToken } from './api'
import { aCode, aQuestion } from './calls'
import { anEvent, anOpenCall, aPerson, aProposal, aReviewRound } from './factories'
import { aDraft, entered } from './proposals'

/** A word in every text and every name of the event of `aWorld`: found elsewhere, something was told. */
export const SECRET = 'Quillfeather'
const now = new Date()
const PDF = { name: 'slides.pdf', bytes: Buffer.from('%PDF-1.7\n1 0 obj\n') }

const aPicture = async () => {
  const png = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#1b4b91' } })
    .png()
    .toBuffer()
  return new File([new Uint8Array(png)], 'me.png')
}

/** An event in which every endpoint of the API has something to do, with a token for everybody who does it. */
export async function aWorld() {
  const open = await anOpenCall()
  await db.call.update({ where: { id: open.id }, data: { guidance: '' } })
  const event = await entered(open.event)
  const somebody = (name: string, roles: ('chair' | 'reviewer' | 'scheduler')[] = []) =>
    aPerson({ name: `${name} ${SECRET}`, ...(roles.length > 0 ? { roles, eventId: event.id } : {}) })
  const [chair, reviewer, scheduler] = [
    await somebody('Chair', ['chair']),
    await somebody('Reviewer', ['reviewer']),
    await somebody('Scheduler', ['scheduler']),
  ]
  const [speaker, other, co] = [await somebody('Speaker'), await somebody('Other'), await somebody('Co')]
  const proposals = await someProposals({ open, event, chair, speaker, other, co })
  await db.speakerNeeds.create({
    data: { eventId: event.id, personId: co.id, travel: `A visa ${SECRET}`, purgeOn: addDays(now, 90) },
  })
  await db.person.update({ where: { id: co.id }, data: { photo: 'f'.repeat(32) } })
  const { id: bindingId } = await db.roleBinding.create({
    data: { role: 'scheduler', personId: other.id, eventId: event.id },
  })
  const settings = await someSettings(open, event, chair)
  const work = await someWork({ event, chair, reviewer, speaker, code: proposals.sent })
  const tokens = {
    chair: await aToken(chair),
    reviewer: await aToken(reviewer),
    scheduler: await aToken(scheduler),
    speaker: await aToken(speaker),
    other: await aToken(other),
    co: await aToken(co),
    admin: await aToken(await aPerson({ name: `Admin ${SECRET}`, roles: ['admin'] })),
  }
  return {
    event,
    slug: event.slug,
    tokens,
    coEmail: co.email ?? '',
    reviewerSlug: reviewer.slug,
    bindingId,
    picture: await aPicture(),
    ...proposals,
    ...settings,
    ...work,
  }
}
export type World = Awaited<ReturnType<typeof aWorld>>

interface Cast {
  open: Awaited<ReturnType<typeof anOpenCall>>
  event: AuthorizedEvent
  chair: Person
  speaker: Person
  other: Person
  co: Person
}

async function someProposals({ open, event, chair, speaker, other, co }: Cast) {
  const draft = { ...aDraft, title: `Sent ${SECRET}`, speakers: [{ email: co.email ?? '', name: co.name }] }
  const made = async (facts: Partial<typeof draft>, submit: boolean) => {
    const outcome = await createProposal(speaker, event, { draft: { ...draft, ...facts }, submit }, now)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome))
    return outcome.code
  }
  const sent = await made({}, true)
  await saveDraft(speaker, event, { code: sent, version: 1, draft: { ...draft, abstract: 'Said anew.' } }, new Date())
  const unsent = await made({ title: `Unsent ${SECRET}`, speakers: [] }, false)
  await handOver(speaker, event, unsent, { name: 'Heir', email: 'heir@example.org' }, now)
  const invitation = randomToken()
  await db.speakerInvitation.updateMany({
    where: { kind: 'co_speaker', email: co.email ?? '' },
    data: { tokenHash: hashToken(invitation) },
  })
  const decided = async (decision: 'accepted' | 'waitlisted', isAnnounced = true) => {
    const { code } = (await aProposal({ call: open, speaker: other, title: `${decision} ${SECRET}` })).proposal
    await decideProposals(chair, event, { items: [{ code, decision, reason: null }], dryRun: false }, now)
    if (isAnnounced) await announceDecisions(chair, event, { codes: [code], dryRun: false }, now)
    return code
  }
  const [accepted, confirmed, silent, waiting, decision] = [
    await decided('accepted'),
    await decided('accepted'),
    await decided('accepted'),
    await decided('waitlisted'),
    await decided('accepted', false),
  ]
  await db.proposal.update({ where: { code: confirmed }, data: { answer: 'confirmed', answeredAt: now } })
  await db.proposal.update({ where: { code: silent }, data: { answerBy: subDays(now, 1) } })
  const move = await db.proposalMove.findFirstOrThrow({ where: { proposal: { code: decision }, move: 'decide' } })
  return { sent, unsent, accepted, confirmed, silent, waiting, decision, move: String(move.id), invitation }
}

async function someSettings(open: Cast['open'], event: AuthorizedEvent, chair: Person) {
  const earlier = await anEvent({ name: `Earlier ${SECRET}` })
  await aQuestion(earlier, { key: 'earlier' })
  await db.roleBinding.create({ data: { role: 'chair', personId: chair.id, eventId: earlier.id } })
  await db.call.create({ data: { eventId: event.id, kind: 'workshops', opensAt: now, position: 1 } })
  const code = await aCode(open, { note: SECRET })
  await aQuestion(event, { key: 'company', help: '' })
  await aQuestion(event, { key: 'handout', kind: 'file' })
  await aQuestion(event, { key: 'supper', isForAccepted: true })
  await aReviewRound(event, { peers: 'always', opensAt: subDays(now, 1), closesAt: addDays(now, 5) })
  const round = await aReviewRound(event, { opensAt: addDays(now, 20), closesAt: addDays(now, 25) })
  await db.criterion.create({ data: { eventId: event.id, slug: 'clarity', name: 'Clarity', position: 1 } })
  await db.criterion.create({
    data: { eventId: event.id, slug: 'unused', name: 'Unused', position: 2, roundId: round.id },
  })
  return { codeId: code.id, roundId: round.id, earlier: earlier.slug }
}

async function someWork(of: {
  event: AuthorizedEvent
  chair: Person
  reviewer: Person
  speaker: Person
  code: string
}) {
  const { event, chair, reviewer, speaker, code } = of
  const proposal = await db.proposal.findUniqueOrThrow({ where: { code }, select: { id: true } })
  const peer = await aPerson({ name: `Peer ${SECRET}`, roles: ['reviewer'], eventId: event.id })
  const review = {
    ...ReviewInput.parse({ scores: { content: 4, clarity: 3 }, submit: true, forCommittee: SECRET }),
    version: 0,
  }
  await saveReview(peer, event, code, review, now)
  const comment = await addComment(reviewer, event, code, { text: `Well said ${SECRET}`, key: null }, now)
  const file = await addSessionFile(speaker, event, code, { title: SECRET, isPublic: false, upload: PDF }, now)
  const answer = await saveAnswerFile(speaker, event, { key: 'handout', about: 'proposal' }, PDF, now)
  if (!comment.ok || !file.ok || !answer.ok) throw new Error(JSON.stringify([comment, file, answer]))
  await db.assignment.create({ data: { proposalId: proposal.id, reviewerId: reviewer.id } })
  const lunch = { title: SECRET, room: 'hall', start: addDays(now, 90).toISOString(), minutes: 60 }
  const rooms = [{ slug: 'hall', name: 'Hall', capacity: 500 }]
  const draft = await putDraft(chair, event, { rooms, placements: [lunch] }, 1)
  if (!draft.ok) throw new Error(JSON.stringify(draft))
  const mail = (state: 'draft' | 'discarded') =>
    db.outboxMessage.create({
      data: { kind: 'proposal-reminder', to: 'a@example.org', subject: SECRET, text: SECRET, state, eventId: event.id },
    })
  const settings = { reviewsPerProposal: 1, reviewerLoad: null, fairness: 0.5 }
  const facts = { eventId: event.id, settings, version: versionOf(await getAssignmentFacts(event)) }
  const result = { add: [], remove: [], before: 1, after: 1, total: 1, bound: 1, optimal: true, worst: null, unmet: [] }
  const done = await db.assignmentPlan.create({ data: { ...facts, state: 'done', result } })
  const queued = await db.assignmentPlan.create({ data: { ...facts, state: 'queued' } })
  return {
    commentId: comment.id,
    fileId: file.id,
    answerFileId: answer.id,
    draftId: (await mail('draft')).id,
    discardedId: (await mail('discarded')).id,
    plan: done.id,
    queued: queued.id,
    lunch,
  }
}
