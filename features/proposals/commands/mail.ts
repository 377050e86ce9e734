import type { AuthorizedEvent } from '@/features/access/queries'
import { getTemplates } from '@/features/mail/queries/templates'
import { listPlannedSlots, type PlannedSlot } from '@/features/schedule/queries/planned'
import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'
import type { Message } from '@/lib/outbox'
import { localeOf, type MailFacts, plainMail, proposalMail, type Templates } from '../emails'
import type { MailKind } from '../emails/kinds'
import { factsAfter, newsKind } from '../rules'
import type { Facts } from '../schema'
import { type MoveName, moveRow } from '../table'
import type { Made, Subject } from './subject'

/** A mail that cannot be written: the proposal, and the placeholders that have nothing to say of it. */
export interface Gap {
  code: string
  title: string
  names: string[]
}
export interface Written {
  messages: Message[]
  gaps: Gap[]
}

/** What answers somebody's own move does not wait for a chair to mend a template. */
const RECEIPTS = new Set<MailKind>(['received', 'withdrawn', 'confirmed', 'declined', 'cancelled'])
const WITH_CALENDAR = new Set<MailKind>(['decision', 'correction', 'promotion', 'confirmed', 'reminder'])

/** The mail of a move, one for each of the people whom its row names and who have an address. */
export async function mailOf(tx: Tx, move: MoveName, event: AuthorizedEvent, made: Made[]): Promise<Written> {
  const { mail } = moveRow(move)
  if (!mail || mail.goes === 'when-announced' || made.length === 0) return { messages: [], gaps: [] }
  const letters = made.map(({ subject, input }): LetterFacts => {
    const after = factsAfter(move, subject, input)
    const once = move === 'announce' ? after.decidedAt : input.now
    const isDraft = mail.goes === 'as-draft'
    return {
      subject,
      kind: move === 'announce' ? newsKind(subject) : mail.kind,
      to: mail.to,
      // A draft that announces is written as if it had been.
      facts: move === 'promote' ? { ...after, announced: after.decision, answerBy: input.answerBy ?? null } : after,
      key: `${move} ${once?.toISOString()}`,
      isDraft,
      announces: move === 'promote',
    }
  })
  return writeMail(tx, event, letters)
}

export interface LetterFacts {
  subject: Subject
  kind: MailKind
  to: 'proposer' | 'speakers'
  facts: Facts
  /** What it tells, so that the same is told once. */
  key: string
  isDraft: boolean
  announces: boolean
}

/** Other templates than the event's; strict: a receipt's gap is one, too. */
interface Trial {
  templates: Templates
  isStrict: boolean
}

/** One mail for each person and session, in the words of the event and the language of its reader. */
export async function writeMail(
  tx: Tx,
  event: AuthorizedEvent,
  letters: LetterFacts[],
  trial?: Trial,
): Promise<Written> {
  const templates = trial?.templates ?? (await getTemplates(tx, event.id))
  const slots = await listPlannedSlots(
    tx,
    event.id,
    letters.map(({ subject }) => subject.code),
  )
  const gaps = new Map<string, Gap>()
  const messages = letters.flatMap((letter) => {
    const { subject, to } = letter
    const readers = to === 'speakers' ? subject.speakers : subject.speakers.slice(0, 1)
    return readers.flatMap(({ person }): Message[] => {
      if (!person.email) return []
      const written = writeOne(
        event,
        letter,
        { ...person, email: person.email },
        { templates, isStrict: trial?.isStrict ?? false },
        slots.get(subject.code),
      )
      if ('names' in written) {
        gaps.set(subject.code, { code: subject.code, title: subject.title, names: written.names })
        return []
      }
      return [written]
    })
  })
  return { messages, gaps: [...gaps.values()] }
}

function writeOne(
  event: AuthorizedEvent,
  { subject, kind, facts, key, isDraft, announces }: LetterFacts,
  person: { id: string; name: string; email: string; locale: string },
  { templates, isStrict }: Trial,
  slot: PlannedSlot | undefined,
): Message | { names: string[] } {
  const told: MailFacts = {
    code: subject.code,
    title: subject.title,
    event,
    appUrl: env().appUrl,
    to: person,
    decision: facts.announced,
    reason: facts.decisionReason,
    answerBy: facts.answerBy,
    track: subject.track?.name ?? null,
    format: subject.format?.name ?? null,
    slot: slot ?? null,
  }
  const mail = proposalMail(kind, told, templates)
  if (!mail.ok && (isStrict || !RECEIPTS.has(kind))) return { names: mail.empty }
  const { subject: line, text } = mail.ok ? mail : plainMail(kind, told)
  const hasPlace = facts.announced === 'accepted' && slot && WITH_CALENDAR.has(kind)
  return {
    kind: `proposal-${kind}`,
    to: person.email,
    locale: localeOf(person),
    eventId: event.id,
    proposalId: subject.id,
    dedupeKey: `${subject.code} ${key} ${person.id}`,
    subject: line,
    text,
    ...(hasPlace ? { calendar: slot.calendar } : {}),
    ...(isDraft ? { draft: true, announces, answerBy: facts.answerBy } : {}),
  }
}
