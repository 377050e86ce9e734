import type { AuthorizedEvent } from '@/features/access/queries'
import { PROFILE, shownOf } from '@/features/people/queries/profile'
import { EMPTY } from '@/features/people/rules'
import { STABLE } from '@/features/people/schema/handles'
import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/db'
import { createPeople } from '@/lib/session/people'
import { hashToken } from '@/lib/tokens'
import { findByEmail, type ImportedBefore } from '../queries/foreign'
import type { PortableSpeaker, Read, Source } from '../schema/portable'
import type { Answered } from './import-questions'

export interface ImportedSpeaker {
  id: string
  name: string
  email: string | null
  answers: Record<string, string | string[]>
}

interface Context {
  source: Source
  before: ImportedBefore
  answered: Answered
  now: Date
  say: (line: string) => void
  note: (place: string, text: string) => void
}

/** Of a record: what it says, whatever the place where it says it. */
export const hashOf = (thing: unknown) => hashToken(JSON.stringify(thing))

/**
 * The speakers of a file as people: those who were imported before by their foreign id, others by their address, and
 * else somebody new; never by a name. What a file says of somebody is kept for this event alone, as a snapshot: nobody's
 * own profile is written but that of those who are new.
 */
export async function ensurePeople(
  tx: Tx,
  event: AuthorizedEvent,
  speakers: Read<PortableSpeaker>[],
  { source, before, answered, now, say, note }: Context,
): Promise<Map<string, ImportedSpeaker>> {
  const byEmail = await findByEmail(
    tx,
    speakers.flatMap(({ thing }) => thing.email ?? []),
  )
  const people = new Map<string, ImportedSpeaker>()
  const strangers = new Map<string, Read<PortableSpeaker>[]>()
  for (const read of speakers) {
    const { id, email, name } = read.thing
    const known = before.speakers.get(id)?.person ?? (email ? byEmail.get(email) : undefined)
    const answers = answered(read.thing.answers)
    if (known) people.set(id, { ...known, answers })
    else strangers.set(email ?? `id ${id}`, [...(strangers.get(email ?? `id ${id}`) ?? []), read])
    if (!name && !known) note(read.place, 'has no name')
  }
  const fresh = [...strangers.values()].flatMap(([first]) => (first ? [first.thing] : []))
  const ids = await createPeople(
    tx,
    fresh.map(({ name, email, affiliation, bio, links }) => ({
      ...{ name: name || 'Nameless', email, links },
      ...{ affiliation: affiliation || null, bio: bio || null },
    })),
  )
  for (const [at, thing] of fresh.entries()) {
    const person = { id: ids[at] ?? '', name: thing.name || 'Nameless', email: thing.email }
    for (const { thing: each } of strangers.get(thing.email ?? `id ${thing.id}`) ?? [])
      people.set(each.id, { ...person, answers: answered(each.answers) })
    say(`+ person ${person.name}${person.email ? ` <${person.email}>` : ', without an address'}`)
  }
  await keepHandles(tx, fresh, ids)
  await addAddresses(tx, speakers, { before, byEmail, people, note })
  const changed = speakers.filter(({ thing }) => before.speakers.get(thing.id)?.hash !== hashOf(thing))
  for (const { thing } of changed) if (before.speakers.has(thing.id)) say(`~ speaker ${thing.name}: what the file says`)
  await takeForeignSnapshots(tx, event, changed, people, now)
  await keepRecords(tx, event, source, changed, people)
  return people
}

/** A handle is one person's for good: where somebody has it, the newcomer's profile keeps the link alone. */
async function keepHandles(tx: Tx, fresh: PortableSpeaker[], ids: string[]): Promise<void> {
  const data = fresh.flatMap(({ links }, at) =>
    STABLE.flatMap((kind) => (links[kind] ? [{ kind, handle: links[kind], personId: ids[at] ?? '' }] : [])),
  )
  await tx.personHandle.createMany({ data, skipDuplicates: true })
}

/** Who came without an address, and has one now that nobody else has. */
async function addAddresses(
  tx: Tx,
  speakers: Read<PortableSpeaker>[],
  {
    before,
    byEmail,
    people,
    note,
  }: Pick<Context, 'before' | 'note'> & {
    byEmail: Awaited<ReturnType<typeof findByEmail>>
    people: Map<string, ImportedSpeaker>
  },
): Promise<void> {
  for (const { place, thing } of speakers) {
    const person = before.speakers.get(thing.id)?.person
    if (!person || !thing.email || person.email) continue
    const owner = byEmail.get(thing.email)
    if (owner) note(place, `${thing.email} is somebody else’s here; ${person.name} stays without an address`)
    else {
      await tx.person.updateMany({ where: { id: person.id, email: null }, data: { email: thing.email } })
      byEmail.set(thing.email, { ...person, email: thing.email })
      const kept = people.get(thing.id)
      if (kept) kept.email = thing.email
    }
  }
}

async function takeForeignSnapshots(
  tx: Tx,
  event: AuthorizedEvent,
  changed: Read<PortableSpeaker>[],
  people: Map<string, ImportedSpeaker>,
  now: Date,
): Promise<void> {
  const byPerson = new Map(
    changed.flatMap(({ thing }) => (people.get(thing.id) ? [[people.get(thing.id)?.id ?? '', thing]] : [])),
  )
  const personIds = [...byPerson.keys()]
  const rows = await tx.person.findMany({
    where: { id: { in: personIds } },
    select: { id: true, name: true, ...PROFILE },
  })
  const data = rows.map((row) => {
    const thing = byPerson.get(row.id)
    const { photo: _, ...shown } = { ...EMPTY, ...shownOf(row) }
    const said = Object.entries({ ...thing?.links, affiliation: thing?.affiliation, bio: thing?.bio })
    const given = Object.fromEntries(said.filter(([, value]) => value))
    const profile: Prisma.InputJsonObject = { ...shown, ...given, name: thing?.name || row.name }
    return { personId: row.id, eventId: event.id, profile, takenAt: now }
  })
  await tx.speakerSnapshot.deleteMany({ where: { eventId: event.id, personId: { in: personIds } } })
  await tx.speakerSnapshot.createMany({ data })
}

async function keepRecords(
  tx: Tx,
  event: AuthorizedEvent,
  source: Source,
  changed: Read<PortableSpeaker>[],
  people: Map<string, ImportedSpeaker>,
): Promise<void> {
  const id = { eventId: event.id, source, kind: 'speaker' }
  const foreignIds = changed.map(({ thing }) => thing.id)
  await tx.foreignRecord.deleteMany({ where: { ...id, foreignId: { in: foreignIds } } })
  await tx.foreignRecord.createMany({
    data: changed.map(({ thing }) => ({
      ...{ ...id, foreignId: thing.id, hash: hashOf(thing), picture: thing.picture },
      personId: people.get(thing.id)?.id ?? null,
    })),
  })
}
