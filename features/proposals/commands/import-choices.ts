import type { AuthorizedEvent } from '@/features/access/queries'
import type { Tx } from '@/lib/db'
import { slugify } from '@/lib/slug'
import type { ForeignEvent } from '../schema/portable'

interface Choice {
  id: string
  slug: string
  name: string
}
/** Finds the choice that a file names. */
export type Finder = (name: string | null) => Choice | null
export type Choices = Record<'format' | 'track' | 'level' | 'tag', Finder>

const STANDARD_MINUTES = 30

/** The formats, tracks, levels and tags that a file names: those of the event by their names, the others made. */
export async function ensureChoices(
  tx: Tx,
  event: AuthorizedEvent,
  foreign: ForeignEvent,
  say: (line: string) => void,
): Promise<Choices> {
  const where = { eventId: event.id }
  const select = { id: true, slug: true, name: true } as const
  const minutes = new Map(foreign.formats.map((format) => [format.name, format.minutes ?? STANDARD_MINUTES]))
  const colors = new Map(foreign.tracks.map((track) => [track.name, colorOf(track.color)]))
  return {
    format: await ensure('format', [...minutes.keys()], await tx.format.findMany({ where, select }), {
      make: (data) =>
        tx.format.createManyAndReturn({
          data: data.map((row) => ({ ...row, ...where, minutes: minutes.get(row.name) ?? STANDARD_MINUTES })),
          select,
        }),
      say: (name) => say(`+ format ${name} (${minutes.get(name)} minutes)`),
    }),
    track: await ensure('track', [...colors.keys()], await tx.track.findMany({ where, select }), {
      make: (data) =>
        tx.track.createManyAndReturn({
          data: data.map((row) => ({ ...row, ...where, color: colors.get(row.name) ?? null })),
          select,
        }),
      say: (name) => say(`+ track ${name}`),
    }),
    level: await ensure('level', foreign.levels, await tx.audienceLevel.findMany({ where, select }), {
      make: (data) => tx.audienceLevel.createManyAndReturn({ data: data.map((row) => ({ ...row, ...where })), select }),
      say: (name) => say(`+ level ${name}`),
    }),
    tag: await ensure('tag', foreign.tags, await tx.tag.findMany({ where, select }), {
      make: (data) => tx.tag.createManyAndReturn({ data: data.map((row) => ({ ...row, ...where })), select }),
      say: (name) => say(`+ tag ${name}`),
    }),
  }
}

const colorOf = (color: string | null) => (color && /^#[0-9a-f]{6}$/i.test(color) ? color.toLowerCase() : null)

type NewChoice = { slug: string; name: string; position: number }

async function ensure(
  kind: string,
  names: string[],
  known: Choice[],
  { make, say }: { make: (data: NewChoice[]) => Promise<Choice[]>; say: (name: string) => void },
): Promise<Finder> {
  const byName = new Map(known.map((choice) => [nameKey(choice.name), choice]))
  const bySlug = new Map(known.map((choice) => [choice.slug, choice]))
  const find: Finder = (name) => (name === null ? null : (byName.get(nameKey(name)) ?? bySlug.get(name) ?? null))
  const slugs = new Set(bySlug.keys())
  const wanted = new Map(names.filter((name) => !find(name)).map((name) => [nameKey(name), name]))
  const data = [...wanted.values()].map((name, index) => {
    const slug = freeSlug(slugify(name, kind), slugs)
    return { slug, name, position: known.length + index }
  })
  for (const choice of data.length > 0 ? await make(data) : []) {
    byName.set(nameKey(choice.name), choice)
    say(choice.name)
  }
  return find
}

const nameKey = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** This slug, or with a number behind it where it is taken; taken from now on. */
export function freeSlug(base: string, taken: Set<string>): string {
  let slug = base
  for (let number = 2; taken.has(slug); number++) slug = `${base.slice(0, 70)}-${number}`
  taken.add(slug)
  return slug
}
