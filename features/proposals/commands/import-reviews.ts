import type { AuthorizedEvent } from '@/features/access/queries'
import { listQuestions } from '@/features/calls/queries/questions'
import { YES } from '@/features/calls/schema/question'
import type { Tx } from '@/lib/db'
import type { PortableReview, Read, Source } from '../schema/portable'
import { findCriteria, type KnownCriterion } from './import-criteria'
import { hashOf } from './import-people'
import { findReviewers } from './import-reviewers'

interface Context {
  /** The proposals of the event, by their ids in the file. */
  here: Map<string, string>
  now: Date
  say: (line: string) => void
  note: (place: string, text: string) => void
}

/**
 * Reviews of a file, each written once. One that was changed here since stays, and so does one that its reviewer wrote
 * here by hand. How many were written. What comes from somebody with a conflict is set aside.
 */
export async function writeReviews(
  tx: Tx,
  event: AuthorizedEvent,
  source: Source,
  reviews: Read<PortableReview>[],
  { here, now, say, note }: Context,
): Promise<number> {
  if (reviews.length === 0) return 0
  const of = { eventId: event.id, source, kind: 'review' }
  const records = await tx.foreignRecord.findMany({ where: of })
  const before = new Map(records.map((record) => [record.foreignId, record]))
  const changed = reviews.filter(({ place, thing }) => {
    const isHere = here.has(thing.proposal)
    if (!isHere) note(place, `there is no proposal ${thing.proposal} here; its review is left out`)
    return isHere && before.get(thing.id)?.hash !== hashOf(thing)
  })
  if (changed.length === 0) return 0
  const people = await findReviewers(tx, event, source, changed, { say, note })
  const rounds = await findRounds(tx, event, changed, { now, say })
  const criteria = await findCriteria(tx, event, changed, { rounds, say })
  const answersOf = await findQuestions(tx, event)
  const existing = new Map(
    (
      await tx.review.findMany({
        where: { proposal: { eventId: event.id } },
        select: { id: true, proposalId: true, reviewerId: true, roundId: true, version: true },
      })
    ).map((row) => [keyOf(row), row]),
  )
  let written = 0
  for (const { place, thing } of changed) {
    const ids = {
      proposalId: here.get(thing.proposal) ?? '',
      reviewerId: people.get(thing.reviewer.id) ?? '',
      roundId: rounds(thing.round),
    }
    const there = existing.get(keyOf(ids))
    const record = before.get(thing.id)
    if (there && there.version !== record?.version) {
      note(place, `${thing.reviewer.name} has a review of ${thing.proposal} here that the file did not write; it stays`)
      continue
    }
    const facts = {
      ...{ forCommittee: thing.forCommittee, forSpeaker: thing.forSpeaker, abstained: thing.isAbstained },
      ...{ answers: answersOf(thing.answers), submittedAt: thing.submittedAt ?? now, updatedAt: now },
    }
    const version = (there?.version ?? 0) + 1
    const { id } = there
      ? await tx.review.update({ where: { id: there.id }, data: { ...facts, version }, select: { id: true } })
      : await tx.review.create({ data: { ...ids, ...facts, version }, select: { id: true } })
    existing.set(keyOf(ids), { id, ...ids, version })
    await tx.reviewScore.deleteMany({ where: { reviewId: id } })
    await tx.reviewScore.createMany({ data: scoresOf(thing, criteria, id, (text) => note(place, text)) })
    const kept = { hash: hashOf(thing), version, proposalId: ids.proposalId }
    await tx.foreignRecord.upsert({
      where: { eventId_source_kind_foreignId: { ...of, foreignId: thing.id } },
      create: { ...of, foreignId: thing.id, ...kept },
      update: kept,
    })
    say(`${there ? '~' : '+'} review of ${thing.proposal} by ${thing.reviewer.name}`)
    written++
  }
  const reviewers = [...new Set(people.values())]
  await tx.$executeRaw`select refresh_set_aside(${reviewers}::uuid[])`
  return written
}

const keyOf = (row: { proposalId: string; reviewerId: string; roundId: string }) =>
  `${row.proposalId} ${row.reviewerId} ${row.roundId}`

function scoresOf(
  { scores }: PortableReview,
  criteria: (name: string) => KnownCriterion | undefined,
  reviewId: string,
  note: (text: string) => void,
) {
  return Object.entries(scores).flatMap(([name, value]) => {
    const criterion = criteria(name)
    const score = Math.round(value)
    if (score !== value) note(`the score ${value} for ${name} is rounded`)
    if (criterion && score >= criterion.min && score <= criterion.max)
      return [{ reviewId, criterionId: criterion.id, score }]
    note(`the score ${value} for ${name} is outside of its scale; left out`)
    return []
  })
}

/** A round by its name; the event's first for what states none. One that is made is over: nobody reviews in it here. */
async function findRounds(
  tx: Tx,
  event: AuthorizedEvent,
  reviews: Read<PortableReview>[],
  { now, say }: Pick<Context, 'now' | 'say'>,
): Promise<(name: string | null) => string> {
  const known = await tx.reviewRound.findMany({
    where: { eventId: event.id },
    orderBy: [{ opensAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    select: { id: true, name: true },
  })
  const byName = new Map(known.map(({ id, name }) => [name, id]))
  const first = known[0]?.name ?? 'Imported'
  for (const name of new Set(reviews.map(({ thing }) => thing.round ?? first))) {
    if (byName.has(name)) continue
    const data = { eventId: event.id, name, closesAt: now }
    byName.set(name, (await tx.reviewRound.create({ data, select: { id: true } })).id)
    say(`+ round ${name}, which is over`)
  }
  return (name) => byName.get(name ?? first) ?? ''
}

/** Answers by the words of what this event asks of reviewers; others are left out. */
async function findQuestions(tx: Tx, event: AuthorizedEvent) {
  const asked = (await listQuestions(event.id, tx)).filter(({ about, kind }) => about === 'reviewer' && kind !== 'file')
  const byLabel = new Map(asked.map((question) => [question.label, question]))
  return (answers: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(answers).flatMap(([label, text]): [string, string | string[]][] => {
        const question = byLabel.get(label)
        if (!question || !text) return []
        const value = (word: string) => question.options.find((option) => option.label === word)?.value ?? word
        if (question.kind === 'choices') return [[question.key, text.split('; ').map(value)]]
        return [[question.key, question.kind === 'consent' ? YES : value(text)]]
      }),
    )
}
