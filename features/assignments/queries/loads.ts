import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { withoutConflict } from '@/features/proposals/queries/conflicts'
import { db } from '@/lib/db'
import { OPEN, reviewersOf } from './facts'

/** What everybody who reviews has and takes. */
export interface Load {
  id: string
  name: string
  slug: string
  assigned: number
  begun: number
  statedLoad: number | null
  chairLoad: number | null
  hasWishes: boolean
}

/**
 * What everybody who reviews has and takes, by name. What the actor has a conflict with is not counted: beside the list
 * of pairs the difference would tell who reviews it.
 */
export function listLoads(event: AuthorizedEvent, actor: Actor): Promise<Load[]> {
  return db.$queryRaw<Load[]>`
    select person.id, person.name, person.slug, coalesce(given.assigned, 0) as assigned, coalesce(given.begun, 0) as begun,
      w.stated_load as "statedLoad", w.chair_load as "chairLoad",
      coalesce(cardinality(w.more) + cardinality(w.less), 0) > 0 as "hasWishes"
    from (${reviewersOf(event)}) r
    join person on person.id = r.id
    left join reviewer_wish w on w.person_id = person.id and w.event_id = ${event.id}::uuid
    left join (
      select a.reviewer_id, count(*)::int as assigned,
        (count(*) filter (where exists (
          select from review r where r.proposal_id = a.proposal_id and r.reviewer_id = a.reviewer_id
            and r.submitted_at is not null)))::int as begun
      from assignment a join proposal p on p.id = a.proposal_id
      where p.event_id = ${event.id}::uuid and ${OPEN} and ${withoutConflict(actor, event)} group by 1
    ) given on given.reviewer_id = person.id
    order by person.name, person.slug`
}

/** What this person said of themselves as a reviewer here, and the tracks, tags and languages to choose from. */
export async function getWish(event: AuthorizedEvent, personId: string) {
  const [wish, choices] = await Promise.all([
    db.reviewerWish.findUnique({ where: { eventId_personId: { eventId: event.id, personId } } }),
    db.event.findUniqueOrThrow({
      where: { id: event.id },
      select: {
        languages: true,
        tracks: { orderBy: { position: 'asc' }, select: { id: true, slug: true, name: true } },
        tags: { orderBy: { position: 'asc' }, select: { id: true, slug: true, name: true } },
      },
    }),
  ])
  const { more = [], less = [], languages = [], statedLoad = null, version = 0 } = wish ?? {}
  return { ...choices, wish: { more, less, languages, statedLoad, version } }
}
export type WishPage = Awaited<ReturnType<typeof getWish>>
