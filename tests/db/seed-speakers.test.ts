import { expect, test } from 'vitest'
import { getPersonActor } from '@/features/access/queries'
import { getLaterAnswers } from '@/features/proposals/queries/later'
import { listSpeakersFor } from '@/features/proposals/queries/needs'
import { listOwnProposals } from '@/features/proposals/queries/own'
import { db } from '@/lib/db'
import { hashToken } from '@/lib/tokens'
import { loadDemo as load, NOW } from '../demo'
import { aPerson } from '../factories'
import { entered } from '../proposals'

async function setting<T>(key: string): Promise<T> {
  const { value } = await db.setting.findUniqueOrThrow({ where: { key } })
  return value as T
}

async function comingEvent() {
  const { coming } = await setting<{ coming: string }>('demo-events')
  return db.event.findUniqueOrThrow({ where: { slug: coming } })
}

test('every invitation of the demo stands as its proposal says, and the mail of an open one leads to it', async () => {
  await load('small')
  const coming = await comingEvent()
  const all = await db.speakerInvitation.findMany({
    where: { proposal: { eventId: coming.id } },
    include: { proposal: { include: { speakers: { include: { person: true } } } } },
  })
  expect(new Set(all.map(({ kind, status }) => `${kind} ${status}`))).toEqual(
    new Set([
      'co_speaker invited',
      'co_speaker accepted',
      'co_speaker declined',
      'co_speaker revoked',
      'handover invited',
    ]),
  )
  for (const { kind, status, email, proposal, tokenHash } of all) {
    const speaks = proposal.speakers.find(({ person }) => person.email === email)?.isAccepted ?? null
    const expected = { accepted: true, invited: kind === 'handover' ? null : false, declined: null, revoked: null }
    expect([kind, status, speaks]).toEqual([kind, status, expected[status]])
    expect(tokenHash === null).toBe(status !== 'invited')
  }
  const mails = await db.outboxMessage.findMany({ where: { eventId: coming.id, secret: true } })
  const links = mails.map(({ text }) => hashToken(/invitations\/([\w-]+)/.exec(text)?.[1] ?? ''))
  const open = all.filter(({ status }) => status === 'invited')
  expect(links.sort()).toEqual(open.map(({ tokenHash }) => tokenHash).sort())
  // Nobody is drafted what the product sends at once.
  expect(await db.outboxMessage.count({ where: { kind: 'proposal-co-speaker', state: 'draft' } })).toBe(0)
})

test('the demo’s speaker has something of each kind: a needed answer, an invitation, a talk that somebody shall claim', async () => {
  await load('small')
  const coming = await comingEvent()
  const { speaker: personId = '' } = await setting<Record<string, string>>('demo-people')
  const person = await getPersonActor(personId)
  if (!person) throw new Error('The demo has no speaker')
  const own = await listOwnProposals(person, coming, NOW)
  expect(own.filter(({ isInvited }) => isInvited)).toHaveLength(1)
  const accepted = own.find(({ state }) => state === 'accepted')
  const later = await getLaterAnswers(person, accepted?.code ?? '', NOW)
  expect(later?.questions.map(({ key }) => key)).toEqual(['on-stage', 'shirt', 'supper'])
  expect(await db.speakerSnapshot.count({ where: { personId, eventId: coming.id } })).toBe(1)
  const scheduler = await aPerson({ roles: ['chair'], eventId: coming.id })
  const speakers = await listSpeakersFor(await entered(coming), scheduler)
  expect(speakers.filter(({ times }) => times.length > 0).length).toBeGreaterThan(2)
  expect(speakers.filter(({ needs }) => needs).length).toBeGreaterThan(2)
  const answered = await db.proposal.findMany({ where: { eventId: coming.id, answer: 'confirmed', cancelledAt: null } })
  expect(answered.filter(({ answers }) => Object.keys(Object(answers)).length > 0)).toHaveLength(4)
})
