import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { anEvent, aPerson, aProposal } from '../factories'

test('a room holds one thing at a time', async () => {
  const event = await anEvent()
  const roomId = event.rooms[0]?.id ?? ''
  const at = (time: string) => ({ eventId: event.id, roomId, title: 'Break', startsAt: new Date(time), minutes: 30 })
  await db.slot.create({ data: at('2027-05-01T10:00Z') })
  await db.slot.create({ data: at('2027-05-01T10:30Z') })
  await expect(db.slot.create({ data: at('2027-05-01T10:29Z') })).rejects.toThrow(/slot_one_at_a_time/)
})

test('a role is bound once to one subject', async () => {
  const person = await aPerson({ roles: ['chair'] })
  await expect(db.roleBinding.create({ data: { role: 'chair', personId: person.id } })).rejects.toThrow()
  await expect(db.roleBinding.create({ data: { role: 'chair' } })).rejects.toThrow(/one_subject/)
})

test('the log of a proposal cannot be rewritten', async () => {
  const { proposal } = await aProposal()
  const { id } = await db.proposalMove.create({ data: { proposalId: proposal.id, move: 'submit' } })
  await expect(db.proposalMove.update({ where: { id }, data: { move: 'withdraw' } })).rejects.toThrow(/append-only/)
})
