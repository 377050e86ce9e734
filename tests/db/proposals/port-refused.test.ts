import { expect, test } from 'vitest'
import { importPretalx } from '@/features/proposals/import/pretalx'
import { importSessionize } from '@/features/proposals/import/sessionize'
import { db } from '@/lib/db'
import type { FilesImporter } from '@/lib/importing'
import { anEvent, aPerson } from '../../factories'
import { aFolder } from '../../port'

const speaker = { id: 's', fullName: 'Sole Speaker' }
const session = { id: '1', title: 'A talk', speakers: ['s'], status: 'Nominated' }
const all = (facts: { sessions?: unknown; speakers?: unknown }) =>
  JSON.stringify({ sessions: [session], speakers: [speaker], ...facts })
const submission = { code: 'ABC', title: 'A talk', state: 'submitted', speakers: [], submission_type: null }

/** What is wrong, how the file is called, what is in it, and what is said of it. */
const SESSIONIZE: [what: string, name: string, content: string | Uint8Array, said: string][] = [
  [
    'another encoding',
    'x.csv',
    Buffer.from('Session Id,Title\n1,Pr\xe4sentation\n', 'latin1'),
    'x.csv:2: this is not UTF-8',
  ],
  [
    'a column that is missing',
    'x.csv',
    'Title,Status\nA talk,Nominated\n',
    'x.csv:1: the column “Session Id” is missing',
  ],
  ['neither kind of table', 'x.csv', 'Speaker Id,Bio\ns,x\n', 'x.csv:1: the column “FirstName” is missing'],
  [
    'an id that is there twice',
    'x.csv',
    'Session Id,Title\n1,A\n1,B\n',
    'x.csv:3: the id 1 is that of x.csv:2 already',
  ],
  ['an id that is empty', 'x.csv', 'Session Id,Title\n,A\n', 'x.csv:2, Session Id: is empty'],
  ['a title that is empty', 'x.csv', 'Session Id,Title\n1,\n', 'x.csv:2, Title: is empty'],
  [
    '30 February',
    'x.csv',
    'Session Id,Title,Date Submitted\n1,A,30 Feb 2027 10:00 AM\n',
    'x.csv:2, Date Submitted: “30 Feb 2027 10:00 AM” is a date that does not exist',
  ],
  [
    'an hour that clocks skip',
    'x.csv',
    'Session Id,Title,Date Submitted\n1,A,2027-03-28 02:30\n',
    'x.csv:2, Date Submitted: “2027-03-28 02:30” does not exist in Europe/Berlin',
  ],
  [
    'no date at all',
    'x.csv',
    'Session Id,Title,Date Submitted\n1,A,yesterday\n',
    'x.csv:2, Date Submitted: “yesterday” is no date and time',
  ],
  [
    'a status that there is not',
    'x.csv',
    'Session Id,Title,Status\n1,A,Perhaps\n',
    'x.csv:2, Status: “Perhaps” is no status of Sessionize',
  ],
  [
    'a quotation mark that is never closed',
    'x.csv',
    'Session Id,Title\n1,"A\n',
    'x.csv:2: a quotation mark opens here and is never closed',
  ],
  [
    'more cells than columns',
    'x.csv',
    'Session Id,Title\n1,A,B\n',
    'x.csv:2: there are 3 cells in this line and 2 columns',
  ],
  ['an empty file', 'x.csv', '', 'x.csv:1: the file is empty'],
  ['a head without lines', 'x.csv', 'Session Id,Title\n', 'there is no proposal in it'],
  [
    'a speaker of whom nothing is said',
    'x.json',
    all({ sessions: [{ ...session, speakers: ['t'] }] }),
    'x.json: sessions[0] (1), speakers: there is no speaker with the id t in the files',
  ],
  [
    'a session that is there twice',
    'x.json',
    all({ sessions: [session, session] }),
    'x.json: sessions[1] (1): the id 1 is that of x.json: sessions[0] (1) already',
  ],
  [
    'a title of spaces',
    'x.json',
    all({ sessions: [{ ...session, title: ' ' }] }),
    'x.json: sessions[0] (1), title: has no title',
  ],
  [
    'a field of another kind',
    'x.json',
    all({ sessions: [{ ...session, speakers: 7 }] }),
    'x.json: sessions[0] (1), speakers: Invalid input',
  ],
  ['sessions that are no list', 'x.json', all({ sessions: {} }), 'x.json: sessions: is no list'],
  [
    'a category item that there is not',
    'x.json',
    all({ sessions: [{ ...session, categoryItems: [5] }] }),
    'x.json: sessions[0] (1), categoryItems: there is no category item 5',
  ],
  ['JSON that breaks off', 'x.json', '{\n"sessions": [', 'x.json:2: not JSON'],
  ['JSON of something else', 'x.json', '{"talks": []}', 'x.json: this is not the “All data” view of Sessionize'],
]
const PRETALX: typeof SESSIONIZE = [
  ['JSON of something else', 'x.json', '{"talks": [1]}', 'x.json: no records of pretalx are in it'],
  [
    'a state that there is not',
    'x.json',
    JSON.stringify([{ ...submission, state: 'perhaps' }]),
    'x.json[0] (ABC), state: “perhaps” is no state of pretalx',
  ],
  [
    'a track that there is not',
    'x.json',
    JSON.stringify([{ ...submission, track: 12 }]),
    'x.json[0] (ABC), track: there is no track 12 in the files',
  ],
  [
    'a day that there is not',
    'x.json',
    JSON.stringify([{ ...submission, created: '2027-02-30T10:00:00Z' }]),
    'x.json[0] (ABC), created: “2027-02-30T10:00:00Z” is a date that does not exist',
  ],
  ['columns that are missing', 'x.csv', 'ID,Track\nA,B\n', 'x.csv:1: the column “Title” and “State” is missing'],
  ['an id that is empty', 'x.csv', 'ID,Title,State\n,A,submitted\n', 'x.csv:2, ID: is empty'],
]

const count = () =>
  Promise.all([
    db.proposal.count(),
    db.person.count(),
    db.track.count(),
    db.question.count(),
    db.call.count(),
    db.foreignRecord.count(),
  ])

async function refused(read: FilesImporter, name: string, content: string | Uint8Array, said: string) {
  const event = await anEvent()
  // A sound file beside it is not written either.
  const sound =
    read === importSessionize
      ? { 'a.json': all({ sessions: [{ ...session, id: '9' }] }) }
      : { 'a.json': JSON.stringify([{ ...submission, code: 'SOUND' }]) }
  const before = await count()
  const files = said.includes('no proposal') ? { [name]: content } : { ...sound, [name]: content }
  const report = await read([aFolder(files)], { isDryRun: false, event: event.slug })
  expect(report.ok).toBe(false)
  expect(report.notes.join('\n')).toContain(said)
  expect(report.summary).toContain('nothing was written')
  expect(await count()).toEqual(before)
}

test.each(SESSIONIZE)('Sessionize: %s is named with its place, and nothing is written', (_, name, content, said) =>
  refused(importSessionize, name, content, said),
)
test.each(PRETALX)('pretalx: %s is named with its place, and nothing is written', (_, name, content, said) =>
  refused(importPretalx, name, content, said),
)

test('what Excel calls Unicode text is read', async () => {
  const event = await anEvent()
  const text = Buffer.from(
    '\uFEFFSession Id\tTitle\tOwner\tOwner Email\r\n1\tPräsentation\tÄnne\taenne@unicode.example.net\r\n',
    'utf16le',
  )
  const report = await importSessionize([aFolder({ 'x.txt': text })], { isDryRun: false, event: event.slug })
  expect([report.ok, report.notes]).toEqual([true, []])
  expect(await db.proposal.findFirst({ where: { eventId: event.id }, select: { title: true } })).toEqual({
    title: 'Präsentation',
  })
})

test('an event that is not named, or is not there, is said', async () => {
  const file = aFolder({ 'x.json': all({}) })
  expect((await importSessionize([file], { isDryRun: false, event: null })).summary).toContain('--event SLUG')
  expect((await importSessionize([file], { isDryRun: false, event: 'nowhere' })).summary).toContain('no event nowhere')
})

test('a failure in the middle leaves nothing behind', async () => {
  const event = await anEvent()
  const before = await count()
  await db.$executeRawUnsafe(`alter table proposal_move add constraint broken check (move <> 'announce') not valid`)
  try {
    const accepted = { ...session, status: 'Accepted', isInformed: true }
    const file = aFolder({ 'x.json': all({ sessions: [{ ...session, id: '2' }, accepted] }) })
    await expect(importSessionize([file], { isDryRun: false, event: event.slug })).rejects.toThrow()
  } finally {
    await db.$executeRawUnsafe('alter table proposal_move drop constraint broken')
  }
  expect(await count()).toEqual(before)
})

test('a name is nobody: two speakers who share one stay two, and a known namesake is left alone', async () => {
  const event = await anEvent()
  const namesake = await aPerson({ name: 'Sole Speaker' })
  const file = aFolder({
    'x.json': all({ sessions: [{ ...session, speakers: ['s', 't'] }], speakers: [speaker, { ...speaker, id: 't' }] }),
  })
  await importSessionize([file], { isDryRun: false, event: event.slug })
  const cast = await db.proposalSpeaker.findMany({
    where: { proposal: { eventId: event.id } },
    select: { personId: true },
  })
  expect(new Set([...cast.map(({ personId }) => personId), namesake.id]).size).toBe(3)
})

test('two thousand five hundred proposals arrive in one go', async () => {
  const event = await anEvent()
  const n = 2_500
  const sessions = Array.from({ length: n }, (_, at) => ({
    ...{ ...session, id: String(at), title: `Talk ${at}`, speakers: [`s${at % 1_800}`], isInformed: at % 2 === 0 },
    ...{
      status: ['Nominated', 'Accepted', 'Decline_Queue'][at % 3],
      submittedAt: new Date(1_800_000_000_000 + at * 60_000).toISOString(),
    },
  }))
  const speakers = Array.from({ length: 1_800 }, (_, at) => ({
    id: `s${at}`,
    fullName: `Speaker ${at}`,
    email: `s${at}@many.example.net`,
  }))
  const file = aFolder({ 'x.json': all({ sessions, speakers }) })
  const report = await importSessionize([file], { isDryRun: false, event: event.slug })
  console.info(report.summary)
  expect(await db.proposal.count({ where: { eventId: event.id } })).toBe(n)
  expect(await db.proposalMove.count({ where: { proposal: { eventId: event.id }, move: 'submit' } })).toBe(n)
  const again = await importSessionize([file], { isDryRun: false, event: event.slug })
  expect([again.changes, again.notes]).toEqual([[], []])
}, 180_000)
