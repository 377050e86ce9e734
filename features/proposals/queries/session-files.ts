import { z } from 'zod'
import { can } from '@/features/access/rules'
import type { Actor, AuthorizedEvent, Person } from '@/features/access/schema'
import { db } from '@/lib/db'
import { touch } from '@/lib/purge'
import { slugify } from '@/lib/slug'
import { hasConflict } from './conflicts'
import type { ServedFile } from './files'
import { eyesOf, redactedProposal } from './redacted'

export interface SessionFileLine {
  id: string
  title: string
  href: string
  bytes: number | null
  isPublic: boolean
}

const LINE = { id: true, title: true, url: true, bytes: true, isPublic: true } as const

const lineOf = ({
  id,
  title,
  url,
  bytes,
  isPublic,
}: {
  id: string
  title: string
  url: string | null
  bytes: number | null
  isPublic: boolean
}) => ({
  id,
  title,
  href: url ?? `/files/sessions/${id}`,
  bytes,
  isPublic,
})

/** What stands beside a proposal of one's own, in the order in which it came. */
export async function listOwnFiles(person: Person, code: string): Promise<SessionFileLine[]> {
  const rows = await db.sessionFile.findMany({
    where: { proposal: { code: code.toUpperCase(), speakers: { some: { personId: person.id } } } },
    orderBy: { id: 'asc' },
    select: LINE,
  })
  return rows.map(lineOf)
}

/**
 * The same of a proposal of this event, also for those of the committee who know its speakers; null for all others, who
 * do not learn that there is one.
 */
export async function listFilesFor(
  event: AuthorizedEvent,
  actor: Actor,
  code: string,
): Promise<SessionFileLine[] | null> {
  const where = { code: code.toUpperCase(), eventId: event.id }
  const isOwn =
    actor.kind === 'person' &&
    (await db.proposal.count({ where: { ...where, speakers: { some: { personId: actor.id } } } })) > 0
  const eyes = await eyesOf(event, actor)
  const isKnown = isOwn || (eyes.seesAddresses && (await redactedProposal(eyes, code)) !== null)
  if (!isKnown) return null
  const rows = await db.sessionFile.findMany({ where: { proposal: where }, orderBy: { id: 'asc' }, select: LINE })
  return rows.map(lineOf)
}

/** What its speakers show to all of a session that stands in the programme. The caller knows that it does. */
export async function listPublicFiles(eventSlug: string, code: string): Promise<SessionFileLine[]> {
  touch(`schedule:${eventSlug}`)
  const rows = await db.sessionFile.findMany({
    where: { isPublic: true, proposal: { code: code.toUpperCase(), event: { slug: eventSlug } } },
    orderBy: { id: 'asc' },
    select: LINE,
  })
  return rows.map(lineOf)
}

/**
 * A file beside a proposal: for all where its speakers say so and the talk is confirmed, else for its speakers, and for
 * whom of the committee who knows them. Null for all others and for no such file.
 */
export async function getSessionFile(actor: Actor, id: string): Promise<ServedFile | null> {
  if (!z.uuid().safeParse(id).success) return null
  const file = await db.sessionFile.findUnique({
    where: { id },
    select: {
      title: true,
      stored: true,
      type: true,
      isPublic: true,
      proposal: {
        select: {
          id: true,
          eventId: true,
          submittedAt: true,
          answer: true,
          cancelledAt: true,
          speakers: { select: { personId: true } },
        },
      },
    },
  })
  if (!file?.stored || !file.type) return null
  const { proposal, title, stored, type } = file
  const served = { stored, type, name: `${slugify(title, 'file')}.${stored.split('.').at(-1) ?? ''}` }
  if (file.isPublic && proposal.answer === 'confirmed' && !proposal.cancelledAt) return served
  const isOne = (all: { personId: string }[]) =>
    all.some(({ personId }) => actor.kind === 'person' && personId === actor.id)
  if (isOne(proposal.speakers)) return served
  if (!proposal.submittedAt || (await hasConflict(actor, proposal.id))) return null
  return can(actor, 'get', 'proposals/identity', { eventId: proposal.eventId }) ? served : null
}
