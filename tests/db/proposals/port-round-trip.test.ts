import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Person } from '@/features/access/schema'
import { EXPORTS, type ExportName } from '@/features/proposals/formats/exports'
import { importPretalx } from '@/features/proposals/import/pretalx'
import { importSessionize } from '@/features/proposals/import/sessionize'
import { db } from '@/lib/db'
import type { FilesImporter } from '@/lib/importing'
import { anEvent, aPerson } from '../../factories'
import { aFolder, exportedFiles, fixture, WAYS } from '../../port'

/** Takes an event through these files into an empty one, and says what the files of both are. */
async function thereAndBack(from: { slug: string }, chair: Person, read: FilesImporter, names: ExportName[]) {
  const before = await exportedFiles(from, chair, names)
  const empty = await anEvent()
  const report = await read([aFolder(before)], { isDryRun: false, event: empty.slug })
  expect(report.notes.filter((note) => !note.startsWith('speakers:'))).toEqual([])
  expect(report.ok).toBe(true)
  return { before, after: await exportedFiles(empty, chair, names), empty }
}

describe.each(WAYS)('%s', (_, read, names) => {
  test('of what came from Sessionize or pretalx goes into an empty event and comes out the same', async () => {
    const chair = await aPerson({ roles: ['admin'] })
    for (const [files, first] of [
      [['sessionize-all.json'], importSessionize],
      [['sessionize-flattened.csv'], importSessionize],
      [['pretalx'], importPretalx],
    ] as const) {
      const event = await anEvent()
      await first(files.map(fixture), { isDryRun: false, event: event.slug })
      const { before, after } = await thereAndBack(event, chair, read, names)
      expect(after).toEqual(before)
    }
  })
})

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => `w${text}`.replace(/\s+/g, ' ').trim())
const risky = fc.constantFrom(
  '=1+1',
  '+49 30',
  '-',
  '@home',
  "'=x",
  '"quoted", twice',
  'line\nbreak',
  '; semi',
  '中文',
  '\u202Eright',
)
const name = fc.constantFrom('Talk (20 min)', 'Workshop', 'Ops & people', '=SUM(A1)', '平台', 'Level up')

const events = fc.record({
  speakers: fc.array(fc.record({ first: words, hasAddress: fc.boolean(), bio: fc.oneof(words, risky) }), {
    minLength: 1,
    maxLength: 4,
  }),
  sessions: fc.array(
    fc.record({
      title: fc.oneof(words, risky),
      description: fc.oneof(words, risky, fc.constant('')),
      format: fc.option(name),
      track: fc.option(name),
      level: fc.option(name),
      speakers: fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }),
      answer: fc.option(fc.oneof(words, risky)),
      choices: fc.uniqueArray(fc.constantFrom('One', 'Two', '=3')),
      status: fc.constantFrom(
        'Nominated',
        'Accept_Queue',
        'Accepted',
        'Waitlisted',
        'Declined',
        'Decline_Queue',
        'Withdrawn',
        'Canceled',
      ),
      isInformed: fc.boolean(),
      isConfirmed: fc.boolean(),
      /** From which hour, in a room of its own. */
      hour: fc.option(fc.integer({ min: 8, max: 20 })),
      hasBreak: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  ),
})

let run = 0

const two = (number: number) => String(number).padStart(2, '0')
const timeOf = (hour: number | null, roomId: number) =>
  hour === null ? {} : { startsAt: `2027-10-17T${two(hour)}:15:00`, endsAt: `2027-10-17T${two(hour)}:50:00`, roomId }
const aBreak = (id: number, hour: number, room: number) => ({
  ...{ id, title: `Tea ${id}`, isServiceSession: true },
  ...timeOf(hour + 1, room),
})

/** As Sessionize would write it: whatever is asked, choices and formulas in the texts included. */
function sessionizeFile({
  speakers,
  sessions,
}: typeof events extends fc.Arbitrary<infer Event> ? Event : never): string {
  run++
  const parts = ['format', 'track', 'level'] as const
  const titles = { format: 'Session format', track: 'Track', level: 'Level' }
  const categories: { id: number; title: string; type: string; items: { id: number; name: string }[] }[] = parts.map(
    (part, at) => ({
      id: at + 1,
      title: titles[part],
      type: 'session',
      items: [...new Set(sessions.flatMap((session) => session[part] ?? []))].map((name, place) => ({
        id: (at + 1) * 100 + place,
        name,
      })),
    }),
  )
  categories.push({
    id: 9,
    title: 'Good for',
    type: 'session',
    items: ['One', 'Two', '=3'].map((name, place) => ({ id: 900 + place, name })),
  })
  const itemsOf = (title: string, names: (string | null)[]) =>
    categories
      .filter((each) => each.title === title)
      .flatMap(({ items }) => items.filter((item) => names.includes(item.name)).map(({ id }) => id))
  const id = (at: number) => `${run}-${at % speakers.length}`
  return JSON.stringify({
    sessions: sessions.flatMap(({ hour, hasBreak, ...session }, at) => [
      ...(hasBreak && hour ? [aBreak(run * 1_000 + at, hour, at)] : []),
      {
        ...session,
        ...timeOf(hour, at),
        id: run * 100 + at,
        speakers: [...new Set(session.speakers.map(id))],
        categoryItems: [
          ...parts.flatMap((part) => itemsOf(titles[part], [session[part]])),
          ...itemsOf('Good for', session.choices),
        ],
        questionAnswers: session.answer === null ? [] : [{ questionId: 7, answerValue: session.answer }],
        submittedAt: '2027-03-01T10:00:00Z',
      },
    ]),
    rooms: sessions.map((_, at) => ({ id: at, name: `Room ${at}` })),
    speakers: speakers.map(({ first, hasAddress, bio }, at) => ({
      id: id(at),
      fullName: `${first} Family`,
      bio,
      ...(hasAddress ? { email: `speaker-${run}-${at}@round.example.net` } : {}),
    })),
    questions: [{ id: 7, question: 'Anything else?', questionType: 'Long_Text' }],
    categories,
  })
}

test.each(WAYS)(
  'whatever is in an event, %s brings it into an empty one and out the same',
  async (_, read, names) => {
    const chair = await aPerson({ roles: ['admin'] })
    await fc.assert(
      fc.asyncProperty(events, async (facts) => {
        const event = await anEvent()
        const file = aFolder({ 'all.json': sessionizeFile(facts) })
        const report = await importSessionize([file], { isDryRun: false, event: event.slug })
        expect([report.ok, report.notes.filter((note) => !note.startsWith('speakers:'))]).toEqual([true, []])
        const { before, after, empty } = await thereAndBack(event, chair, read, names)
        expect(after).toEqual(before)
        // Who is known by an address is one person in both; nobody else is.
        const addresses = await db.person.count({
          where: { email: { contains: '@round.example.net' }, speaks: { some: { proposal: { eventId: empty.id } } } },
        })
        const used = new Set(facts.sessions.flatMap(({ speakers }) => speakers.map((at) => at % facts.speakers.length)))
        expect(addresses).toBe([...used].filter((at) => facts.speakers[at]?.hasAddress).length)
      }),
      { numRuns: 8 },
    )
  },
  120_000,
)

test('a formula in a title is text in every table that goes out', async () => {
  const chair = await aPerson({ roles: ['admin'] })
  const event = await anEvent()
  await importSessionize([fixture('sessionize-all.json')], { isDryRun: false, event: event.slug })
  const tables = (Object.keys(EXPORTS) as ExportName[]).filter((name) => /^(proposals|.*sessions)\.csv$/.test(name)) // keys
  const files = await exportedFiles(event, chair, tables)
  for (const [name, text] of Object.entries(files)) {
    expect([name, text.startsWith('\uFEFF')]).toEqual([name, true])
    expect(text).toContain("'=SUM(of all) fears")
    expect(text).not.toMatch(/(^|[,"\n])=SUM/)
  }
})
