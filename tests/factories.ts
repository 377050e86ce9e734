import { addDays } from 'date-fns'
import type { Actor, Role } from '@/features/access/schema'
import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { newCode } from '@/lib/tokens'

type Person = Extract<Actor, { kind: 'person' }>

let count = 0
const next = () => ++count

/** A signed-in person, with these roles everywhere or in one event. */
export async function aPerson(facts: { name?: string; roles?: Role[]; eventId?: string | null } = {}): Promise<Person> {
  const n = next()
  const { name = `Person ${n}`, roles = [], eventId = null } = facts
  const { id, slug, email } = await db.person.create({
    data: { name, slug: `person-${n}`, email: `person-${n}@example.org` },
  })
  for (const role of roles) {
    const stored = role === 'ambassador-manager' ? 'ambassador_manager' : role
    await db.roleBinding.create({ data: { role: stored, personId: id, eventId } })
  }
  return { kind: 'person', id, slug, name, email, bindings: roles.map((role) => ({ role, eventId })) }
}

/** An event in Berlin, 90 days from now, with a format, a track, a level, a criterion and a room. */
export async function anEvent(facts: { slug?: string; name?: string } = {}) {
  const n = next()
  const { slug = `event-${n}`, name = `Event ${n}` } = facts
  return db.event.create({
    data: {
      slug,
      name,
      acronym: `event${String(n).padStart(3, '0')}`,
      summary: 'A conference of the tests',
      timeZone: 'Europe/Berlin',
      startsOn: addDays(new Date(), 90),
      endsOn: addDays(new Date(), 91),
      formats: { create: [{ slug: 'talk', name: 'Talk', minutes: 30 }] },
      tracks: { create: [{ slug: 'operations', name: 'Operations' }] },
      levels: { create: [{ slug: 'beginner', name: 'Beginner' }] },
      criteria: { create: [{ slug: 'content', name: 'Content' }] },
      rooms: { create: [{ slug: 'hall', name: 'Hall', capacity: 500 }] },
    },
    include: { formats: true, tracks: true, levels: true, criteria: true, rooms: true },
  })
}

/** A round of reviewing that is open, without names, unless told otherwise. */
export async function aReviewRound(
  event: { id: string },
  facts: Partial<Omit<Prisma.ReviewRoundUncheckedCreateInput, 'eventId'>> = {},
) {
  return db.reviewRound.create({ data: { eventId: event.id, name: `Round ${next()}`, ...facts } })
}

/** An event whose call has been open for a day and closes in nine. */
export async function anOpenCall(
  facts: { limit?: number; opensAt?: Date; closesAt?: Date; graceMinutes?: number } = {},
) {
  const event = await anEvent()
  const { limit, opensAt = addDays(new Date(), -1), closesAt = addDays(new Date(), 9), graceMinutes = 0 } = facts
  const call = await db.call.create({
    data: { eventId: event.id, opensAt, closesAt, graceMinutes, limitPerPerson: limit ?? null },
  })
  return { ...call, event }
}

/** A submitted proposal of a new speaker, in a new event with an open call unless one is given. */
export async function aProposal(
  facts: { call?: Awaited<ReturnType<typeof anOpenCall>>; speaker?: Person; title?: string } = {},
) {
  const call = facts.call ?? (await anOpenCall())
  const speaker = facts.speaker ?? (await aPerson())
  const proposal = await db.proposal.create({
    data: {
      code: newCode(),
      eventId: call.event.id,
      callId: call.id,
      title: facts.title ?? 'How we learnt to stop paging people',
      abstract: 'Two years of alerts, counted, and what was left after we deleted most of them.',
      formatId: call.event.formats[0]?.id ?? null,
      trackId: call.event.tracks[0]?.id ?? null,
      levelId: call.event.levels[0]?.id ?? null,
      createdById: speaker.id,
      submittedAt: new Date(),
      speakers: { create: { personId: speaker.id } },
    },
  })
  return { proposal, speaker, call }
}

/** An article that readers see, in English and corrected never unless said. */
export async function aDocument(
  facts: Partial<Omit<Prisma.DocumentUncheckedCreateInput, 'slug'>> & { slug: string },
): Promise<{ id: string }> {
  const { slug, locale = 'en' } = facts
  return db.document.create({
    data: {
      kind: 'article',
      locale,
      groupSlug: slug,
      file: `content/blog/${slug}.mdx`,
      sourceHash: slug,
      treeVersion: 1,
      title: slug,
      summary: 'About it.',
      sortDate: new Date('2020-01-01'),
      visibleFrom: new Date('2020-01-01'),
      frontMatter: {},
      tree: [],
      contents: [],
      plainText: '',
      links: [],
      tags: [],
      minutes: 1,
      ...facts,
    },
    select: { id: true },
  })
}
