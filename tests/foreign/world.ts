import { addDays } from 'date-fns'
import type { Person } from '@/features/access/schema'
import type { Decision } from '@/features/proposals/schema'
import { DEFAULT_POLICY } from '@/features/proposals/schema/policy'
import { db } from '@/lib/db'
import { newCode } from '@/lib/tokens'
import { anEvent, aPerson } from '../factories'

/** What in an event has a name of its own, by what it is: ids, codes, slugs, addresses. */
export type Ids = Awaited<ReturnType<typeof anEventWithAll>>
export type IdName = keyof Ids

const day = (days: number) => addDays(new Date(), days)

/**
 * An event in which everything is there once: `host` chairs it, reviews and speaks. All slugs in it begin with `word`, so
 * that no two events share one.
 */
export async function anEventWithAll(word: string, host: Person) {
  const event = await anEvent({ slug: `${word}-days` })
  const eventId = event.id
  const of = (what: string) => `${word}-${what}`
  const [format, track, level, room, criterion] = await Promise.all([
    db.format.create({ data: { eventId, slug: of('format'), name: of('format'), minutes: 30, position: 5 } }),
    db.track.create({ data: { eventId, slug: of('track'), name: of('track'), position: 5 } }),
    db.audienceLevel.create({ data: { eventId, slug: of('level'), name: of('level'), position: 5 } }),
    db.room.create({ data: { eventId, slug: of('room'), name: of('room'), position: 5 } }),
    db.criterion.create({ data: { eventId, slug: of('criterion'), name: of('criterion'), position: 5 } }),
  ])
  const tag = await db.tag.create({ data: { eventId, slug: of('tag'), name: of('tag') } })
  const call = await db.call.create({ data: { eventId, kind: of('calls'), opensAt: day(-9), closesAt: day(9) } })
  const spare = await db.call.create({
    data: { eventId, kind: of('spare'), opensAt: day(-9), closesAt: day(9), position: 1 },
  })
  const round = await db.reviewRound.create({ data: { eventId, name: 'First', peers: 'always', closesAt: day(9) } })
  const later = await db.reviewRound.create({ data: { eventId, name: 'Later', opensAt: day(20) } })
  const letsIn = { eventId, kind: of('invited'), byInvitation: true, opensAt: day(-9), closesAt: day(9), position: 2 }
  const invitation = await db.call.create({ data: letsIn })
  const code = await db.accessCode.create({ data: { callId: invitation.id, code: `${word.toUpperCase()}LETSIN` } })
  const [question, asked, afterwards] = await Promise.all(
    ['question', 'file', 'afterwards'].map((key, position) =>
      db.question.create({
        data: {
          eventId,
          key: of(key),
          kind: key === 'file' ? 'file' : 'text',
          label: of(key),
          position: position + 1,
          isForAccepted: key === 'afterwards',
        },
      }),
    ),
  )
  const other = await aPerson({ name: of('speaker') })
  const reviewer = await aPerson({ name: of('reviewer'), roles: ['reviewer'], eventId })
  const member = await aPerson({ name: of('member') })
  const binding = await db.roleBinding.create({ data: { role: 'scheduler', personId: member.id, eventId } })

  const propose = (speaker: Person, facts: object = {}) =>
    db.proposal.create({
      data: {
        ...{ code: newCode(), eventId, callId: call.id, title: `${word} ${newCode()}`, abstract: of('abstract') },
        ...{ formatId: format.id, trackId: track.id, levelId: level.id, createdById: speaker.id, submittedAt: day(-3) },
        speakers: { create: { personId: speaker.id } },
        version: 2,
        versions: {
          create: [1, 2].map((version) => ({ version, content: versionOf(of(`abstract ${version}`), format.slug) })),
        },
        ...facts,
      },
    })
  const decided = (decision: Decision) => ({ decision, decidedAt: day(-2) })
  const told = (decision: Decision) => ({ ...decided(decision), announced: decision, announcedAt: day(-1) })
  const draft = await propose(host, { submittedAt: null })
  const byCode = await propose(host, { submittedAt: null, callId: invitation.id })
  const own = await propose(host)
  const ownTold = await propose(host, { ...told('accepted'), answerBy: day(5) })
  const sent = await propose(other)
  const untold = await propose(other)
  await db.proposal.update({ where: { id: untold.id }, data: decided('accepted') })
  const move = await db.proposalMove.create({
    data: { proposalId: untold.id, move: 'decide', detail: { before: { decision: null, decidedAt: null } } },
  })
  const silent = await propose(other, { ...told('accepted'), answerBy: day(-1) })
  const waiting = await propose(other, told('waitlisted'))
  const confirmed = await propose(other, { ...told('accepted'), answer: 'confirmed', answeredAt: day(-1) })
  const placed = await propose(other, { ...told('accepted'), answer: 'confirmed', answeredAt: day(-1) })
  const startsAt = day(90)
  startsAt.setUTCHours(10, 0, 0, 0)
  const slot = await db.slot.create({
    data: { eventId, roomId: room.id, proposalId: placed.id, startsAt, minutes: 30 },
  })

  await db.assignment.create({ data: { proposalId: sent.id, reviewerId: reviewer.id } })
  const facts = { proposalId: sent.id, roundId: round.id, authorId: host.id }
  const comment = await db.reviewComment.create({ data: { ...facts, text: of('comment') } })
  const settings = { reviewsPerProposal: 1, reviewerLoad: null, fairness: 0.5 }
  const plan = await db.assignmentPlan.create({ data: { eventId, state: 'running', settings, aliveAt: new Date() } })
  const letter = { eventId, to: other.email ?? '', text: of('text'), kind: 'decision' }
  const [message, failed] = await Promise.all([
    db.outboxMessage.create({ data: { ...letter, subject: of('draft'), state: 'draft' } }),
    db.outboxMessage.create({ data: { ...letter, subject: of('failed'), state: 'failed' } }),
  ])
  await db.answerPolicy.create({
    data: { eventId, days: DEFAULT_POLICY.days, reminderDays: DEFAULT_POLICY.reminderDays, version: 1 },
  })
  await db.mailTemplate.create({ data: { eventId, kind: 'received', locale: 'en', subject: of('s'), text: of('t') } })
  const file = await db.sessionFile.create({
    data: { proposalId: own.id, addedById: host.id, title: of('slides'), url: 'https://example.org/slides' },
  })
  const invited = { kind: 'co_speaker', name: of('guest'), expiresAt: day(9) } as const
  const guest = `${of('guest')}@example.org`
  await db.speakerInvitation.create({ data: { ...invited, proposalId: own.id, email: guest, tokenHash: of('token') } })
  const heir = { ...invited, kind: 'handover', email: `${of('heir')}@example.org`, tokenHash: of('heir') } as const
  await db.speakerInvitation.create({ data: { ...heir, proposalId: ownTold.id } })
  await db.speakerInvitation.create({
    data: { ...invited, proposalId: sent.id, email: host.email ?? '', tokenHash: of('asked'), invitedById: other.id },
  })
  await db.speakerNeeds.create({ data: { eventId, personId: host.id, travel: of('travel'), purgeOn: day(120) } })
  return {
    ...{
      slug: event.slug,
      kind: call.kind,
      spareKind: spare.kind,
      accessCode: code.code,
      accessCodeId: code.id,
      codeKind: invitation.kind,
    },
    ...{ format: format.slug, formatId: format.id, track: track.slug, trackId: track.id, level: level.slug },
    ...{ tag: tag.slug, room: room.slug, criterion: criterion.slug, criterionId: criterion.id },
    ...{
      roundId: round.id,
      laterRoundId: later.id,
      question: question?.key ?? '',
      fileQuestion: asked?.key ?? '',
      laterQuestion: afterwards?.key ?? '',
    },
    ...{
      draft: draft.code,
      byCode: byCode.code,
      own: own.code,
      ownTold: ownTold.code,
      sent: sent.code,
      untold: untold.code,
    },
    ...{ silent: silent.code, waiting: waiting.code, confirmed: confirmed.code, placed: placed.code },
    ...{ move: String(move.id), slotId: slot.id, commentId: comment.id, planId: plan.id, messageId: message.id },
    ...{ failedId: failed.id, fileId: file.id, bindingId: binding.id, reviewerId: reviewer.id },
    ...{ memberEmail: member.email ?? '', guestEmail: guest, personSlug: other.slug, eventId },
  }
}

const versionOf = (abstract: string, format: string) => ({
  ...{ title: 'Older', abstract, format, track: null, level: null, language: 'en' },
  ...{ speakers: [], tags: [], projects: [], answers: {} },
})
