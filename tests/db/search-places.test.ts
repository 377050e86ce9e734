import { expect, test } from 'vitest'
import { findPlaces } from '@/features/search/commands/find-places'
import { anOpenCall, aPerson, aProposal } from '../factories'
import { aProject } from '../searchable'

test('the palette finds proposals of one’s own desks alone, and never one that a conflict hides', async () => {
  const [own, foreign] = [await anOpenCall(), await anOpenCall()]
  const reviewer = await aPerson({ roles: ['reviewer'], eventId: own.event.id })
  const { proposal } = await aProposal({ call: own, title: 'Walruses on call' })
  await aProposal({ call: own, speaker: reviewer, title: 'Walruses of my own' })
  await aProposal({ call: foreign, title: 'Walruses elsewhere' })
  const places = await findPlaces(reviewer, 'walrus')
  expect(places).toEqual([
    {
      href: `/admin/events/${own.event.slug}/proposals/${proposal.code}`,
      label: 'Walruses on call',
      hint: `${proposal.code} · ${own.event.name}`,
      group: 'Proposals',
    },
  ])
})

test('who may not know the names of a blind call cannot find a proposal by them', async () => {
  const call = await anOpenCall()
  const speaker = await aPerson({ name: 'Zebulon Hidden' })
  const { proposal } = await aProposal({ call, speaker, title: 'Something' })
  const reviewer = await aPerson({ roles: ['reviewer'], eventId: call.event.id })
  const chair = await aPerson({ roles: ['chair'], eventId: call.event.id })
  expect(await findPlaces(reviewer, 'zebulon')).toEqual([])
  expect((await findPlaces(chair, 'zebulon')).map(({ hint }) => hint)).toEqual([
    `${proposal.code} · ${call.event.name}`,
  ])
})

test('the palette finds what the site has too', async () => {
  await aProject('Narwhal')
  const admin = await aPerson({ roles: ['admin'] })
  expect(await findPlaces(admin, 'narw')).toEqual([
    { href: '/projects/narwhal', label: 'Narwhal', hint: '', group: 'Projects' },
  ])
  expect(await findPlaces(admin, 'n')).toEqual([])
})
