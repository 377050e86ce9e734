import { expect, test } from 'vitest'
import { getAuthor, getOwnAuthor, listIdentityFindings } from '@/features/proposals/queries/author'
import { findIdentity } from '@/features/proposals/rules/identity'
import { getEvidence } from '@/features/reviews/queries/evidence'
import { db } from '@/lib/db'
import { anOpenCall, aPerson, aProposal, aReviewRound } from '../factories'
import { entered } from '../proposals'

const now = new Date()

async function aTellingProposal() {
  const call = await anOpenCall()
  const event = await entered(call.event)
  const chair = await aPerson({ name: 'Carla Chair', roles: ['chair'], eventId: event.id })
  const speaker = await aPerson({ name: 'Ada Oakenfold' })
  await db.person.update({
    where: { id: speaker.id },
    data: {
      email: 'ada@northwind.example',
      links: { github: 'oakenshield-9', website: 'https://www.oakenfold.example/' },
    },
  })
  await db.withheldField.create({
    data: { personId: speaker.id, field: 'affiliation', audience: 'nobody', value: 'Northwind Traders' },
  })
  const { proposal } = await aProposal({ call, speaker, title: 'How Oakenfold deletes alerts' })
  const abstract = 'At Northwind Traders, see github.com/oakenshield-9 and https://blog.oakenfold.example/x'
  await db.proposal.update({ where: { id: proposal.id }, data: { abstract } })
  return { call, event, chair, speaker, proposal, code: proposal.code, abstract }
}

test('a chair is told where a text gives its author away, by everything that is known of them', async () => {
  const { event, chair, code } = await aTellingProposal()
  const findings = await listIdentityFindings(event, chair, code)
  expect(findings?.map(({ field, kind, found }) => [field, kind, found])).toEqual([
    ['title', 'name', 'Oakenfold'],
    ['abstract', 'employer', 'Northwind Traders'],
    ['abstract', 'handle', 'oakenshield-9'],
    ['abstract', 'link', 'https://blog.oakenfold.example/x'],
  ])
})

test('a reviewer is told nothing of it, blind or not, nor who is tied to whom', async () => {
  const { event, code } = await aTellingProposal()
  const reviewer = await aPerson({ roles: ['reviewer'], eventId: event.id })
  expect(await listIdentityFindings(event, reviewer, code)).toBeNull()
  expect(await getEvidence(event, reviewer, code)).toBeNull()
  await aReviewRound(event, { isBlind: false })
  expect(await listIdentityFindings(event, reviewer, code)).toBeNull()
  expect(await getEvidence(event, reviewer, code)).toBeNull()
})

test('speakers are warned in a blind round alone, a visitor of what anybody’s text would tell', async () => {
  const { event, speaker, abstract } = await aTellingProposal()
  const author = await getOwnAuthor(event, [speaker.id], now)
  expect(author && findIdentity([{ field: 'abstract', text: abstract }], author)).toHaveLength(3)
  const visitor = await getAuthor([])
  expect(findIdentity([{ field: 'abstract', text: 'I work at Acme' }], visitor)).toMatchObject([{ kind: 'phrase' }])
  await aReviewRound(event, { isBlind: false })
  expect(await getOwnAuthor(event, [speaker.id], now)).toBeNull()
})

test('a chair reads who of the committee is tied to a proposal, and a shared surname apart from that', async () => {
  const { event, chair, proposal, code } = await aTellingProposal()
  const join = (name: string) => aPerson({ name, roles: ['reviewer'], eventId: event.id })
  const [colleague, cousin, friend] = [
    await join('Zoe Colleague'),
    await join('Bo Oakenfold'),
    await join('Fay Friend'),
  ]
  await db.person.update({ where: { id: colleague.id }, data: { affiliation: 'Northwind Traders Ltd' } })
  await db.conflict.create({ data: { proposalId: proposal.id, personId: friend.id, reason: 'We share a flat' } })
  expect(await getEvidence(event, chair, code)).toEqual({
    conflicts: [
      { name: 'Fay Friend', slug: friend.slug, because: ['declared'], reason: 'We share a flat' },
      { name: 'Zoe Colleague', slug: colleague.slug, because: ['organization'], reason: null },
    ],
    surnames: [{ name: 'Bo Oakenfold', slug: cousin.slug, speaker: 'Ada Oakenfold' }],
  })
  await db.person.update({ where: { id: chair.id }, data: { affiliation: 'Northwind Traders' } })
  expect(await getEvidence(event, chair, code)).toBeNull()
})
