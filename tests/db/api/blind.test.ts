import { beforeEach, expect, test } from 'vitest'
import { ENDPOINTS } from '@/features/access/table'
import { db } from '@/lib/db'
import { aToken, call } from '@/tests/api'
import { anOpenCall, aPerson, aProposal } from '@/tests/factories'
import { kept } from '@/tests/kept'

const SECRETS = [
  'Quillfeather',
  'quill@hidden.example',
  'quillfeather',
  'Hidden Employer',
  'The reason is secret',
  'An answer',
]

/** An event whose proposals are by people whose names and words are easily found in any text. */
async function aBlindEvent() {
  const open = await anOpenCall()
  const reviewer = await aPerson({ roles: ['reviewer'], eventId: open.event.id })
  const speaker = await aPerson({ name: 'Zebedee Quillfeather' })
  const id = speaker.id
  await db.person.update({
    where: { id },
    data: { email: 'quill@hidden.example', slug: 'zebedee-quillfeather', affiliation: 'Hidden Employer' },
  })
  const { proposal } = await aProposal({ call: open, speaker })
  const other = await aProposal({ call: open, speaker: reviewer, title: 'The reviewer’s own' })
  const declared = await aProposal({ call: open, speaker, title: 'In a declared conflict' })
  await db.conflict.create({ data: { proposalId: declared.proposal.id, personId: reviewer.id, reason: 'Colleagues' } })
  await db.proposal.update({
    where: { id: proposal.id },
    data: {
      decision: 'accepted',
      decidedAt: new Date(),
      decisionReason: 'The reason is secret',
      answers: { company: 'An answer' },
    },
  })
  const speakers = [{ email: 'co@hidden.example', name: 'Co Quillfeather' }]
  const content = { title: proposal.title, abstract: proposal.abstract, format: 'talk', track: null, level: null }
  await db.proposalVersion.create({
    data: {
      proposalId: proposal.id,
      version: 1,
      content: { ...content, language: 'en', speakers, answers: { company: 'An answer' } },
    },
  })
  const at = `/events/${open.event.slug}`
  return {
    at,
    token: await aToken(reviewer),
    code: proposal.code,
    own: other.proposal.code,
    declared: declared.proposal.code,
    open,
  }
}

const theEvent = kept(aBlindEvent)
let desk: Awaited<ReturnType<typeof aBlindEvent>>
beforeEach(async () => {
  desk = await theEvent()
})

test.each(Object.keys(ENDPOINTS))('%s tells a reviewer nobody’s name', async (name) => {
  const { at, token, code } = desk
  const address = name.replace('/events/{event}', at).replace('{code}', code)
  const headers = { 'if-match': '"0"' }
  const bodies = [
    {},
    { title: 'x', abstract: 'y' },
    { items: [{ code, decision: 'accepted' }], dryRun: true },
    { codes: [code], dryRun: true },
    { scores: { content: 3 } },
  ]
  const isRead = name.startsWith('GET')
  const queries = isRead && name.endsWith('proposals') ? ['', '?q=quillfeather', '?q=Hidden', '?sort=title'] : ['']
  for (const query of queries)
    for (const body of isRead ? [undefined] : bodies) {
      const { text, headers: got } = await call(address + query, { token, headers, ...(body ? { body } : {}) })
      const said = text + JSON.stringify([...got])
      for (const secret of SECRETS) expect(said).not.toContain(secret)
    }
})

test('a reviewer finds a proposal by its words, and never by the name of its speaker', async () => {
  const { at, token, code } = desk
  const found = async (q: string) => (await call(`GET ${at}/proposals?q=${q}`, { token })).body.items
  expect(await found('Quillfeather')).toEqual([])
  const [line] = await found('paging')
  expect(line.code).toBe(code)
  expect(line).not.toHaveProperty('speakers')
  const one = await call(`GET ${at}/proposals/${code}`, { token })
  expect(one.status).toBe(200)
  for (const key of ['speakers', 'decisionReason']) expect(one.body).not.toHaveProperty(key)
  // An answer is shown where its question says so: there is no such question here.
  expect(one.body.answers).toEqual({})
})

test('whoever has a conflict with a proposal does not find it, nor what was said of it', async () => {
  const { at, token, declared, open } = desk
  const codes = (await call(`GET ${at}/proposals`, { token })).body.items.map(({ code }: { code: string }) => code)
  expect(codes).not.toContain(declared)
  expect((await call(`GET ${at}/proposals/${declared}`, { token })).status).toBe(404)
  expect((await call(`GET ${at}/proposals/${declared}/reviews/mine`, { token })).status).toBe(404)
  const put = { token, body: { scores: { content: 1 } }, headers: { 'if-match': '"0"' } }
  expect((await call(`PUT ${at}/proposals/${declared}/reviews/mine`, put)).status).toBe(404)
  expect(await db.review.count()).toBe(0)

  const chair = await aPerson({ roles: ['chair'], eventId: open.event.id })
  const { proposal } = await aProposal({ call: open, speaker: chair })
  const chairs = await aToken(chair)
  expect((await call(`GET ${at}/proposals/${proposal.code}/reviews`, { token: chairs })).status).toBe(404)
  const ranked = (await call(`GET ${at}/ranking`, { token: chairs })).body.items.map(
    ({ code }: { code: string }) => code,
  )
  expect(ranked).not.toContain(proposal.code)
  const items = [{ code: proposal.code, decision: 'accepted' }]
  const decided = await call(`POST ${at}/decisions`, { token: chairs, body: { items } })
  expect([decided.status, decided.body.type]).toEqual([409, '/problems/conflict'])
})

test('a reviewer who speaks reads their own proposal with a speaker’s eyes', async () => {
  const { at, token, own } = desk
  await db.proposal.updateMany({ where: { code: own }, data: { decision: 'rejected', decidedAt: new Date() } })
  const { body } = await call(`GET ${at}/proposals/${own}`, { token })
  expect(body.state).toBe('submitted')
  expect(body).not.toHaveProperty('decision')
})
