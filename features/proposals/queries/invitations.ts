import type { Actor, Person } from '@/features/access/schema'
import { db } from '@/lib/db'
import { hashToken } from '@/lib/tokens'

/** What a link asks of whoever holds it; null where it opens nothing (any more). */
export async function getInvitation(token: string, now: Date) {
  const row = await db.speakerInvitation.findFirst({
    where: { tokenHash: hashToken(token), status: 'invited', expiresAt: { gt: now } },
    select: {
      kind: true,
      name: true,
      invitedBy: { select: { name: true } },
      proposal: { select: { title: true, abstract: true, event: { select: { name: true } } } },
    },
  })
  return row && { kind: row.kind, name: row.name, by: row.invitedBy?.name ?? null, ...row.proposal }
}
export type InvitationView = NonNullable<Awaited<ReturnType<typeof getInvitation>>>

/** Who was asked to speak in a proposal of one's own, or to take it over, and what they said. */
export function listInvitations(person: Person, code: string) {
  return db.speakerInvitation.findMany({
    where: {
      status: { not: 'revoked' },
      proposal: { code: code.toUpperCase(), speakers: { some: { personId: person.id } } },
    },
    orderBy: { invitedAt: 'asc' },
    select: { kind: true, status: true, name: true, email: true, invitedAt: true, answeredAt: true },
  })
}
export type InvitationLine = Awaited<ReturnType<typeof listInvitations>>[number]

/** Whether this person is asked to speak in the proposal and has not answered. */
export async function isInvited(actor: Actor, code: string): Promise<boolean> {
  if (actor.kind !== 'person') return false
  const row = await db.proposalSpeaker.findFirst({
    where: { personId: actor.id, isAccepted: false, proposal: { code: code.toUpperCase() } },
    select: { personId: true },
  })
  return row !== null
}
