import { termsOf } from '@/features/ambassadors/queries/terms'
import { db } from '@/lib/db'
import { audiencesOf, joinProfile } from '../rules'
import { PROFILE, shownOf } from './profile'
import { listFormerSlugs } from './slugs'

/** Whose current slug this is. */
export async function findPersonId(slug: string): Promise<string | null> {
  const person = await db.person.findUnique({ where: { slug }, select: { id: true } })
  return person?.id ?? null
}

/** Whom a word of staff means: an address of theirs or of their page, else all who have that name; six at most. */
export async function findPeople(words: string): Promise<{ id: string; slug: string; name: string }[]> {
  const [select, key] = [{ id: true, slug: true, name: true }, words.trim().toLowerCase()]
  const slug = key.replace(/^.*\/people\//, '')
  const known = await db.person.findFirst({
    where: { OR: [{ email: key }, { slugs: { some: { slug } } }] },
    select,
  })
  if (known) return [known]
  return db.person.findMany({
    // Without regard to case this is a pattern.
    where: { name: { equals: words.trim().replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } },
    select,
    orderBy: { slug: 'asc' },
    take: 6,
  })
}

export type StaffPerson = NonNullable<Awaited<ReturnType<typeof getPersonForStaff>>>

/** A person as the foundation's staff see them: what is for nobody is not here either. */
export async function getPersonForStaff(slug: string) {
  const person = await db.person.findUnique({
    where: { slug },
    select: {
      id: true,
      name: true,
      email: true,
      emailVerified: true,
      createdAt: true,
      ...PROFILE,
      applications: {
        where: { submittedAt: { not: null } },
        select: { number: true, submittedAt: true, withdrawnAt: true, decision: true, decidedAt: true },
        orderBy: { number: 'desc' },
      },
    },
  })
  if (!person) return null
  const { id, name, email, emailVerified, createdAt, withheld, applications } = person
  const [former, terms, maintained] = await Promise.all([
    listFormerSlugs(id),
    termsOf(id),
    db.personProject.findMany({
      where: { personId: id, isMaintainer: true },
      select: { project: { select: { slug: true, name: true } } },
      orderBy: { project: { name: 'asc' } },
    }),
  ])
  return {
    ...{ id, slug, name, email, isVerified: emailVerified !== null, createdAt, applications, former, terms },
    maintains: maintained.map(({ project }) => project),
    values: joinProfile(shownOf(person), withheld, 'staff'),
    audiences: audiencesOf(withheld),
  }
}
