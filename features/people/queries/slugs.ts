import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'

/** The slug that a person has today whose former slug this is; null where it is nobody's, or still theirs. */
export async function getSlugNow(former: string): Promise<string | null> {
  touch(`person:${former}`)
  const row = await db.personSlug.findUnique({
    where: { slug: former },
    select: { person: { select: { slug: true } } },
  })
  return row && row.person.slug !== former ? row.person.slug : null
}

/** Every slug that a person had before, for themselves and for staff. */
export async function listFormerSlugs(personId: string): Promise<string[]> {
  const rows = await db.personSlug.findMany({
    where: { personId },
    select: { slug: true, person: { select: { slug: true } } },
    orderBy: { slug: 'asc' },
  })
  return rows.filter(({ slug, person }) => slug !== person.slug).map(({ slug }) => slug)
}
