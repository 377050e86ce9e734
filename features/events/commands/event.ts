import type { AuthorizedEvent } from '@/features/access/queries'
import type { Caller } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import * as purge from '@/lib/purge'
import type { EventForm, NewEventForm } from '../schema/forms'

export type EventRefusal =
  | 'overtaken'
  | 'slug-taken'
  | 'acronym-taken'
  | 'no-such-parent'
  | 'parent-is-part'
  | 'language-in-use'
type Result = { ok: true; slug: string } | { ok: false; reason: EventRefusal }

/** Makes an event. Readers see it at once. */
export function createEvent(actor: Caller, form: NewEventForm): Promise<Result> {
  return transaction(async (tx) => {
    const parent = await findParent(tx, form.parent, null)
    if (typeof parent === 'string') return { ok: false, reason: parent }
    const { slug, acronym } = form
    const data = { ...columns(form), slug, acronym, parentId: parent?.id ?? null }
    const [made] = await tx.event.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } })
    if (!made) {
      const same = await tx.event.findUnique({ where: { slug }, select: { id: true } })
      return { ok: false, reason: same ? 'slug-taken' : 'acronym-taken' }
    }
    await audit.record(tx, { actor, verb: 'create', resource: 'event', resourceId: slug, eventId: made.id })
    await purge.tags(tx, tagsOf(slug, parent))
    return { ok: true, slug }
  })
}

/** Changes what an event says of itself; the chair must have seen its last version. */
export function saveEvent(actor: Caller, event: AuthorizedEvent, version: number, form: EventForm): Promise<Result> {
  return transaction(async (tx) => {
    await tx.$queryRaw`select 1 from event where id = ${event.id}::uuid for update`
    const before = await tx.event.findUniqueOrThrow({
      where: { id: event.id },
      select: {
        version: true,
        parent: { select: { slug: true } },
        parts: { select: { slug: true } },
        calls: { select: { languages: true } },
      },
    })
    if (before.version !== version) return { ok: false, reason: 'overtaken' }
    const parent = await findParent(tx, form.parent, event.id)
    if (typeof parent === 'string') return { ok: false, reason: parent }
    if (parent && before.parts.length > 0) return { ok: false, reason: 'parent-is-part' }
    const used = before.calls.flatMap(({ languages }) => languages)
    if (used.some((language) => !form.languages.includes(language))) return { ok: false, reason: 'language-in-use' }
    const data = { ...columns(form), parentId: parent?.id ?? null, version: { increment: 1 } }
    await tx.event.update({ where: { id: event.id }, data })
    await audit.record(tx, { actor, verb: 'update', resource: 'event', resourceId: event.slug, eventId: event.id })
    const relatives = [before.parent, parent, ...before.parts].flatMap((one) => (one ? [`event:${one.slug}`] : []))
    await purge.tags(tx, [...tagsOf(event.slug, null), `schedule:${event.slug}`, ...relatives])
    return { ok: true, slug: event.slug }
  })
}

function columns(form: EventForm) {
  const { name, summary, startsOn, endsOn, timeZone, place, website, registrationUrl, languages } = form
  const { limitPerPerson, sessionsPerPerson } = form
  const day = (date: string | null) => (date === null ? null : new Date(`${date}T00:00:00Z`))
  const days = { startsOn: day(startsOn), endsOn: day(endsOn ?? startsOn) }
  return {
    name,
    summary,
    ...days,
    timeZone,
    place,
    website,
    registrationUrl,
    languages,
    limitPerPerson,
    sessionsPerPerson,
  }
}

/** The event that holds this one: one level deep, and never itself. */
async function findParent(tx: Tx, slug: string | null, ownId: string | null) {
  if (slug === null) return null
  const parent = await tx.event.findUnique({ where: { slug }, select: { id: true, slug: true, parentId: true } })
  if (!parent || parent.id === ownId) return 'no-such-parent' as const
  return parent.parentId ? ('parent-is-part' as const) : parent
}

const tagsOf = (slug: string, parent: { slug: string } | null) => [
  `event:${slug}`,
  'events',
  ...(parent ? [`event:${parent.slug}`] : []),
]
