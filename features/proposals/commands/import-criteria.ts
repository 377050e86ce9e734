import type { AuthorizedEvent } from '@/features/access/queries'
import type { Tx } from '@/lib/db'
import { slugify } from '@/lib/slug'
import type { PortableReview, Read } from '../schema/portable'
import { freeSlug } from './import-choices'

export interface KnownCriterion {
  id: string
  min: number
  max: number
}

const [STANDARD_MIN, STANDARD_MAX] = [1, 5]

/** The criteria that reviews of a file name, by slug or name; what the event lacks is made, for their round alone. */
export async function findCriteria(
  tx: Tx,
  event: AuthorizedEvent,
  reviews: Read<PortableReview>[],
  { rounds, say }: { rounds: (name: string | null) => string; say: (line: string) => void },
): Promise<(name: string) => KnownCriterion | undefined> {
  const select = { id: true, slug: true, name: true, min: true, max: true } as const
  const known = await tx.criterion.findMany({ where: { eventId: event.id }, select })
  const byName = new Map<string, KnownCriterion>(
    known.flatMap((one) => [one.name, one.slug].map((n) => [fold(n), one])),
  )
  const slugs = new Set(known.map(({ slug }) => slug))
  for (const { thing } of reviews)
    for (const name of Object.keys(thing.scores)) {
      if (byName.has(fold(name))) continue
      const values = reviews.flatMap((review) => review.thing.scores[name] ?? []).map(Math.round)
      const scale = { min: Math.min(STANDARD_MIN, ...values), max: Math.max(STANDARD_MAX, ...values) }
      const slug = freeSlug(slugify(name, 'criterion'), slugs)
      const data = { eventId: event.id, roundId: rounds(thing.round), slug, name, ...scale, position: slugs.size }
      byName.set(fold(name), await tx.criterion.create({ data, select }))
      say(`+ criterion ${name} (${scale.min} to ${scale.max})`)
    }
  return (name) => byName.get(fold(name))
}

const fold = (name: string) => name.normalize('NFKC').toLowerCase().trim()
