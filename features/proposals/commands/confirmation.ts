import { enter } from '@/features/access/queries'
import type { AuthorizedEvent } from '@/features/access/schema'
import { type Tx, transaction } from '@/lib/db'
import { outbox } from '@/lib/outbox'
import { listEventsWithAnswers, listFreedPlaces, listSilentCodes, listUnansweredCodes } from '../queries/confirmation'
import { getAnswerPolicy } from '../queries/policy'
import { refuseMove } from '../rules'
import { nextOnWaitlist, reminderDue, type Waiting } from '../rules/confirmation'
import type { AnswerPolicy } from '../schema/policy'
import type { MoveName } from '../table'
import { type Gap, mailOf, writeMail } from './mail'
import { promoted } from './promote'
import { recordMoves } from './record'
import { lockProposals, lockWaitlist, type Made, type Subject } from './subject'

/** What the clock has done in an event, and the mails that it could not write. */
export interface Swept {
  event: string
  reminded: number
  lapsed: number
  promoted: number
  gaps: Gap[]
}

/**
 * What the clock does for the answers of speakers: reminds, takes silence for a no, and fills places that became free,
 * as each event's chairs have set it. All mail is drafts. Run twice, also at once, it does nothing twice.
 */
export async function sweepAnswers(now: Date): Promise<Swept[]> {
  const swept: Swept[] = []
  for (const slug of await listEventsWithAnswers()) {
    const entry = await enter('open', { kind: 'visitor' }, slug)
    if (entry.ok && entry.event) swept.push(await sweepEvent(entry.event, now))
  }
  return swept
}

function sweepEvent(event: AuthorizedEvent, now: Date): Promise<Swept> {
  return transaction(async (tx) => {
    await lockWaitlist(tx, event)
    const policy = await getAnswerPolicy(event.id, tx)
    const gaps: Gap[] = []
    const reminded = await remind(tx, event, policy, now, gaps)
    const lapsed = policy.silenceDeclines ? await lapse(tx, event, now, gaps) : 0
    const promoted = await fillPlaces(tx, event, policy, now, gaps)
    return { event: event.slug, reminded, lapsed, promoted, gaps }
  })
}

async function remind(tx: Tx, event: AuthorizedEvent, policy: AnswerPolicy, now: Date, gaps: Gap[]): Promise<number> {
  const codes = await listUnansweredCodes(tx, event.id, now, Math.max(0, ...policy.reminderDays))
  const letters = (await lockProposals(tx, event, codes)).flatMap((subject) => {
    const due = subject.answerBy && reminderDue(policy.reminderDays, subject.answerBy, now)
    if (!due || !subject.answerBy || refuseMove('decline', { facts: subject, side: 'committee', now })) return []
    const key = `reminder ${subject.answerBy.toISOString()} ${due}`
    return {
      subject,
      kind: 'reminder' as const,
      to: 'speakers' as const,
      facts: subject,
      key,
      isDraft: true,
      announces: false,
    }
  })
  const written = await writeMail(tx, event, letters)
  gaps.push(...written.gaps)
  return outbox.enqueue(tx, written.messages)
}

async function lapse(tx: Tx, event: AuthorizedEvent, now: Date, gaps: Gap[]): Promise<number> {
  const subjects = await lockProposals(tx, event, await listSilentCodes(tx, event.id, now))
  const made = subjects
    .filter((facts) => refuseMove('lapse', { facts, side: 'committee', now }) === null)
    .map((subject): Made => ({ subject, side: 'committee', input: { now } }))
  return move(tx, 'lapse', event, made, gaps)
}

/** One place after the other, each to the next who fits by the chair's rule. */
async function fillPlaces(
  tx: Tx,
  event: AuthorizedEvent,
  policy: AnswerPolicy,
  now: Date,
  gaps: Gap[],
): Promise<number> {
  if (policy.promotion === 'by_hand' || !policy.promotesSince) return 0
  const { freed, waiting } = await listFreedPlaces(tx, event.id, policy.promotesSince)
  const made: Made[] = []
  const taken = new Set<string>()
  for (const place of freed) {
    const next = nextOnWaitlist(
      policy.promotion,
      place,
      waiting.filter(({ code }: Waiting) => !taken.has(code)),
    )
    if (!next) continue
    taken.add(next.code)
    const [subject] = await lockProposals(tx, event, [next.code])
    if (subject && !refuseMove('promote', { facts: subject, side: 'committee', now }))
      made.push(promoted(subject, policy, event, now, { for: place.move }))
  }
  return move(tx, 'promote', event, made, gaps)
}

/** What cannot be told is not done: its gap is reported until a chair mends the template. */
async function move(tx: Tx, name: MoveName, event: AuthorizedEvent, made: Made[], gaps: Gap[]): Promise<number> {
  const written = await mailOf(tx, name, event, made)
  gaps.push(...written.gaps)
  const untold = new Set(written.gaps.map(({ code }) => code))
  const told = made.filter(({ subject }: { subject: Subject }) => !untold.has(subject.code))
  const ids = new Set(told.map(({ subject }) => subject.id))
  const messages = written.messages.filter(({ proposalId = '' }) => ids.has(proposalId))
  if (told.length > 0) await recordMoves(tx, name, { kind: 'system' }, event, told, messages)
  return told.length
}
