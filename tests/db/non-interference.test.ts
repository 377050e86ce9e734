import { expect, test } from 'vitest'
import type { Person } from '@/features/access/schema'
import { ENDPOINTS } from '@/features/access/table'
import { EXPORTS, type ExportName, exportFile } from '@/features/proposals/formats/exports'
import { countProposals, listProposals, SORTS } from '@/features/proposals/queries/committee'
import { getProposal } from '@/features/proposals/queries/committee-one'
import { getDeskEvent, listDeskEvents } from '@/features/proposals/queries/desk'
import { exportEvent } from '@/features/proposals/queries/portable'
import { eyesOf } from '@/features/proposals/queries/redacted'
import { addComment } from '@/features/reviews/commands/comments'
import { saveReview } from '@/features/reviews/commands/save'
import { listPeerReviews } from '@/features/reviews/queries/peers'
import { getNeighbours, getProgress, listQueue } from '@/features/reviews/queries/queue'
import { rankProposals } from '@/features/reviews/queries/ranking'
import { getReviewable } from '@/features/reviews/queries/review'
import { getThread } from '@/features/reviews/queries/thread'
import { ReviewInput } from '@/features/reviews/schema'
import { findPlaces } from '@/features/search/commands/find-places'
import { db } from '@/lib/db'
import { aToken, call } from '../api'
import { anOpenCall, aPerson, aProposal, aReviewRound } from '../factories'
import { becomeOthers, TELLING } from '../identities'
import { entered } from '../proposals'

const now = new Date()
const QUESTIONS = ['', 'paging', 'Quillfeather', 'Zebedee', 'Nightingale', 'Ambrose', 'hidden.example']

/** A committee in the middle of its work, on proposals by people whose names are easily found in any text. */
async function aWorkingCommittee() {
  const open = await anOpenCall()
  const event = await entered(open.event)
  const round = await aReviewRound(event, { peers: 'always' })
  const reviewer = await aPerson({ name: 'Rita Reviewer', roles: ['reviewer'], eventId: event.id })
  const peer = await aPerson({ name: 'Petra Peer', roles: ['reviewer'], eventId: event.id })
  const speakers: Person[] = []
  const codes: string[] = []
  for (let n = 0; n < 5; n++) {
    const speaker = await aPerson({ name: `Zebedee Quillfeather ${n}` })
    const facts = { email: `quillfeather-${n}@company-${n}.hidden.example`, slug: `quillfeather-${n}` }
    await db.person.update({
      where: { id: speaker.id },
      data: {
        ...facts,
        affiliation: `Hidden Employer ${n}`,
        bio: 'Quillfeather writes.',
        links: { github: 'quillfeather' },
      },
    })
    await db.personHandle.create({ data: { kind: 'github', handle: `quillfeather-${n}`, personId: speaker.id } })
    const { proposal } = await aProposal({ call: open, speaker, title: `Proposal ${n} about paging` })
    const content = { title: proposal.title, abstract: proposal.abstract, format: 'talk', track: null, level: null }
    const typed = { language: 'en', speakers: [{ name: 'Co Quillfeather', email: 'co@hidden.example' }], answers: {} }
    await db.proposalVersion.create({
      data: { proposalId: proposal.id, version: 1, savedById: speaker.id, content: { ...content, ...typed } },
    })
    await db.proposalMove.create({ data: { proposalId: proposal.id, move: 'submit', actorId: speaker.id } })
    speakers.push(speaker)
    codes.push(proposal.code)
  }
  const [first = '', second = '', third = ''] = codes
  const given = { ...ReviewInput.parse({ scores: { content: 4 }, submit: true, forCommittee: 'Good' }), version: 0 }
  await saveReview(reviewer, event, first, given, now)
  await saveReview(peer, event, first, given, now)
  await saveReview(peer, event, second, given, now)
  const comment = await addComment(peer, event, first, { text: 'Seen elsewhere', key: null }, now)
  if (!comment.ok) throw new Error(comment.reason)
  const assigned = await db.proposal.findUniqueOrThrow({ where: { code: third }, select: { id: true } })
  await db.assignment.create({ data: { proposalId: assigned.id, reviewerId: reviewer.id } })
  const token = await aToken(reviewer)
  return { event, reviewer, token, speakers, codes, round: round.id, comment: comment.id }
}
/** What else an address holds: of each one that is there. */
const fill = (address: string, { round, comment }: { round: string; comment: string }) =>
  address
    .replace('rounds/{id}', `rounds/${round}`)
    .replace('comments/{id}', `comments/${comment}`)
    .replace('{kind}', 'talks')
    .replace('{slug}', 'content')
    .replace('{version}', '1')
type Committee = Awaited<ReturnType<typeof aWorkingCommittee>>

/** Everything that this reviewer gets from the queries behind their pages and from every endpoint, as text by name. */
async function everything(committee: Committee): Promise<Map<string, string>> {
  const { event, reviewer, token, codes } = committee
  // Both times this asks more than a token may in a minute.
  await db.rateWindow.deleteMany()
  const got = new Map<string, string>()
  const keep = (name: string, value: unknown) => got.set(name, JSON.stringify(value) ?? 'nothing')
  keep('queue', await listQueue(event, reviewer))
  keep('progress', await getProgress(event, reviewer))
  keep('desk', [await listDeskEvents(reviewer), await getDeskEvent(reviewer, event.id)])
  keep('counts', await countProposals(event, reviewer))
  keep('ranking', await rankProposals(event, reviewer))
  for (const name of Object.keys(EXPORTS) as ExportName[]) {
    const { source, isOfSpeakers, write } = exportFile(name)
    const eyes = await eyesOf(event, reviewer)
    expect(isOfSpeakers && eyes.seesAddresses).not.toBe(true)
    keep(`export ${name}`, write(await exportEvent(eyes, source)))
  }
  for (const sort of SORTS)
    for (const q of QUESTIONS) keep(`list ${sort} ${q}`, await listProposals(event, reviewer, { sort, q, limit: 3 }))
  for (const question of QUESTIONS) keep(`find ${question}`, await findPlaces(reviewer, question))
  for (const code of codes) {
    keep(`proposal ${code}`, await getProposal(event, reviewer, code))
    keep(`review ${code}`, await getReviewable(event, reviewer, code, now))
    keep(`neighbours ${code}`, await getNeighbours(event, reviewer, code))
    keep(`peers ${code}`, await listPeerReviews(event, reviewer, code, now))
    keep(`thread ${code}`, await getThread(event, reviewer, code, now))
  }
  for (const name of Object.keys(ENDPOINTS))
    for (const code of name.includes('{code}') ? codes : ['']) {
      const address = fill(name.replace('{event}', event.slug).replace('{code}', code), committee)
      const isRead = name.startsWith('GET')
      const queries = isRead && /proposals$|search$|people$/.test(name) ? QUESTIONS.map((q) => `?q=${q}`) : ['']
      // A write that goes through would be another before and after: what is sent is refused, if nowhere else by its body.
      const sent = isRead ? {} : { body: { title: 7, items: [{ code: 7 }], codes: [7], scores: { content: 99 } } }
      for (const query of queries) {
        const { status, text, headers } = await call(address + query, {
          token,
          headers: { 'if-match': '"1"' },
          ...sent,
        })
        keep(`${address}${query}`, [status, text, [...headers]])
      }
    }
  return got
}

test('whoever the speakers are, a blind reviewer gets the same, byte for byte', async () => {
  const committee = await aWorkingCommittee()
  const before = await everything(committee)
  await db.$executeRawUnsafe(becomeOthers(committee.speakers.map(({ id }) => id)))
  expect(await db.person.count({ where: { name: { contains: 'Quillfeather' } } })).toBe(0)
  const after = await everything(committee)
  expect([...after.keys()]).toEqual([...before.keys()])
  for (const [name, text] of before) expect({ [name]: after.get(name) }).toEqual({ [name]: text })
  const fetched = [...before, ...after].filter(([name]) => !/q=|list |find /.test(name)).map(([, text]) => text)
  for (const word of TELLING) expect(fetched.filter((text) => text.includes(word))).toEqual([])
  expect([...before.values()].join()).toContain('Proposal 3 about paging')
  // The same is not so for whoever may know: what was compared can tell.
  const chair = await aPerson({ roles: ['chair'], eventId: committee.event.id })
  expect(JSON.stringify(await listProposals(committee.event, chair, {}))).toContain('Nightingale')
})
