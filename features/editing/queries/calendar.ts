import { kindOf } from '@/features/content/queries/texts'
import type { Kind } from '@/features/content/schema/kinds'
import { db } from '@/lib/db'
import { addDays, dayOf, dayStart, type PlainDate } from '@/lib/time'
import { stateOf } from './texts'

export interface DatedText {
  id: string
  title: string
  locale: string
  kind: Kind
  day: PlainDate
  /** Readers do not have it yet. */
  isComing: boolean
}

/** What came out and what comes out between these days, both included, in the order of their moments. */
export async function listDatedTexts(
  first: PlainDate,
  last: PlainDate,
  timeZone: string,
  now: Date,
): Promise<DatedText[]> {
  const rows = await db.document.findMany({
    where: {
      kind: { in: ['article', 'case_study'] },
      visibleFrom: { gte: dayStart(first, timeZone), lt: dayStart(addDays(last, 1), timeZone) },
    },
    select: { id: true, title: true, locale: true, kind: true, visibleFrom: true, unlisted: true },
    orderBy: [{ visibleFrom: 'asc' }, { slug: 'asc' }],
    take: 500,
  })
  return rows.map(({ kind, visibleFrom, unlisted, ...row }) => ({
    ...row,
    kind: kindOf(kind),
    day: dayOf(visibleFrom ?? now, timeZone),
    isComing: stateOf({ visibleFrom, unlisted }, now) === 'scheduled',
  }))
}
