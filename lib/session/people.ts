import type { Tx } from '@/lib/db'
import { slugify } from '@/lib/slug'
import { newCode } from '@/lib/tokens'

/**
 * The person with this address, created where there is none. Two that arrive at once get the same one; a slug that
 * somebody else has gets a number behind it.
 */
export async function findOrCreatePerson(tx: Tx, facts: { email: string; name?: string | null }) {
  const email = facts.email.trim().toLowerCase()
  const name = facts.name?.trim() || nameFrom(email)
  for (const slug of slugs(name)) {
    const known = await tx.person.findUnique({ where: { email } })
    if (known) return { person: known, isNew: false }
    // Also one that somebody had before is theirs for good.
    if (await tx.personSlug.findUnique({ where: { slug } })) continue
    const [person] = await tx.person.createManyAndReturn({ data: [{ slug, name, email }], skipDuplicates: true })
    if (person) return { person, isNew: true }
  }
  throw new Error(`No free slug was found for ${name}.`)
}

export interface NewPerson {
  name: string
  email: string | null
  affiliation?: string | null
  bio?: string | null
  links?: Record<string, string>
}

/** People whom nobody here knows yet, in as many statements for a thousand as for one; their ids in the same order. */
export async function createPeople(tx: Tx, people: readonly NewPerson[]): Promise<string[]> {
  if (people.length === 0) return []
  const taken = new Set((await tx.personSlug.findMany({ select: { slug: true } })).map(({ slug }) => slug))
  const data = people.map((person) => {
    const base = slugify(person.name, 'person')
    let slug = base
    for (let number = 2; taken.has(slug); number++) slug = `${base}-${number}`
    taken.add(slug)
    return { ...person, slug }
  })
  const rows = await tx.person.createManyAndReturn({ data, select: { id: true, slug: true } })
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]))
  return data.map(({ slug }) => ids.get(slug) ?? '')
}

/** `ada.lovelace+talks@example.org` is Ada Lovelace until she says otherwise. */
function nameFrom(email: string): string {
  const words = (email.split('@')[0] ?? '')
    .replace(/\+.*/, '')
    .split(/[._-]+/)
    .filter(Boolean)
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || 'Somebody'
}

function* slugs(name: string) {
  const base = slugify(name, 'person')
  yield base
  for (let number = 2; number < 10; number++) yield `${base}-${number}`
  for (let tries = 0; tries < 10; tries++) yield `${base}-${newCode().toLowerCase()}`
}
