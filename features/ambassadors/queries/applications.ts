import type { Person } from '@/features/access/schema'
import { db } from '@/lib/db'
import { hashToken } from '@/lib/tokens'
import { refuseDecision, refuseVote } from '../rules'

const REFERENCES = {
  select: { name: true, email: true, confirmedAt: true, words: true },
  orderBy: { position: 'asc' },
} as const

/** A person's own application that is open; null where there is none. */
export function getOwnApplication(personId: string) {
  return db.ambassadorApplication.findFirst({
    where: { personId, decidedAt: null, withdrawnAt: null },
    select: {
      number: true,
      version: true,
      statement: true,
      activities: true,
      submittedAt: true,
      references: REFERENCES,
    },
  })
}

/** What was decided last; the letter is theirs to read. */
export function getLastDecision(personId: string) {
  return db.ambassadorApplication.findFirst({
    where: { personId, decidedAt: { not: null } },
    select: { decision: true, decidedAt: true, letter: true },
    orderBy: { decidedAt: 'desc' },
  })
}

/** Every application that was handed in and not taken back: open ones by age, then the decided, newest first. */
export async function listApplications(actor: Person) {
  const rows = await db.ambassadorApplication.findMany({
    where: { submittedAt: { not: null }, withdrawnAt: null },
    select: {
      number: true,
      submittedAt: true,
      decision: true,
      decidedAt: true,
      personId: true,
      person: { select: { name: true, slug: true, country: true } },
      references: { select: { confirmedAt: true } },
      votes: { select: { vote: true, managerId: true } },
      conflicts: { select: { personId: true } },
    },
    orderBy: [{ decidedAt: { sort: 'desc', nulls: 'first' } }, { submittedAt: 'asc' }],
    take: 200,
  })
  return rows.map(({ votes, conflicts, references, personId, ...row }) => {
    const facts = {
      ...row,
      withdrawnAt: null,
      applicantId: personId,
      conflicts: conflicts.map((each) => each.personId),
    }
    return {
      ...row,
      // Whoever must not decide does not read how the others vote either.
      votes: isBlind(facts, actor) ? null : countVotes(votes.map(({ vote }) => vote)),
      references: { all: references.length, confirmed: references.filter(({ confirmedAt }) => confirmedAt).length },
      isMine: votes.some(({ managerId }) => managerId === actor.id),
      refusal: refuseVote(facts, actor.id),
    }
  })
}

type Listed = Awaited<ReturnType<typeof listApplications>>[number]

/** How many of them this manager may vote on and has not. */
export function countWaiting(applications: Listed[]): number {
  return applications.filter(({ decidedAt, isMine, refusal }) => !decidedAt && !isMine && refusal === null).length
}

export type ApplicationForReview = NonNullable<Awaited<ReturnType<typeof getApplication>>>

/** One application, with what this manager may do with it; null where there is none. */
export async function getApplication(actor: Person, number: number) {
  const row = await db.ambassadorApplication.findFirst({
    where: { number, submittedAt: { not: null } },
    select: {
      number: true,
      statement: true,
      activities: true,
      submittedAt: true,
      withdrawnAt: true,
      decision: true,
      decidedAt: true,
      letter: true,
      personId: true,
      decidedBy: { select: { name: true } },
      person: { select: { name: true, slug: true, email: true } },
      references: REFERENCES,
      votes: {
        select: { vote: true, reason: true, votedAt: true, managerId: true, manager: { select: { name: true } } },
        orderBy: { votedAt: 'asc' },
      },
      conflicts: { select: { personId: true, reason: true, person: { select: { name: true } } } },
    },
  })
  if (!row) return null
  const facts = {
    ...row,
    applicantId: row.personId,
    conflicts: row.conflicts.map(({ personId }) => personId),
    votes: row.votes.map(({ vote }) => vote),
  }
  const mine = row.votes.find(({ managerId }) => managerId === actor.id) ?? null
  const hidden = isBlind(facts, actor)
  return {
    ...row,
    isBlind: hidden,
    votes: hidden ? [] : row.votes,
    references: hidden ? [] : row.references,
    mine,
    voteRefusal: refuseVote(facts, actor.id),
    decisionRefusal: refuseDecision(facts, actor.id),
  }
}

function isBlind(application: { applicantId: string; conflicts: string[] }, actor: Person): boolean {
  return application.applicantId === actor.id || application.conflicts.includes(actor.id)
}

function countVotes(votes: ('yes' | 'no' | 'abstain')[]) {
  const count = (wanted: string) => votes.filter((vote) => vote === wanted).length
  return { yes: count('yes'), no: count('no'), abstain: count('abstain') }
}

/** Whom a reference's link speaks for; null where the link is unknown or the application is closed. */
export function getReference(token: string) {
  return db.ambassadorReference.findFirst({
    where: { tokenHash: hashToken(token), application: { decidedAt: null, withdrawnAt: null } },
    select: {
      name: true,
      confirmedAt: true,
      words: true,
      application: { select: { person: { select: { name: true } } } },
    },
  })
}
