import type { Person } from '@/features/access/schema'
import { Prisma } from '@/generated/prisma/client'
import { audit } from '@/lib/audit'
import { transaction } from '@/lib/db'
import * as purge from '@/lib/purge'
import { Slug } from '@/lib/slug'
import { refuseSlug, type SlugRefusal } from '../rules'
import { tagsOfPerson } from './tags'

type Outcome = { ok: true; slug: string } | { ok: false; reason: SlugRefusal | 'not-found' }

/** Gives a person another address. The old one leads to it for good, and is never somebody else's. */
export async function changeSlug(actor: Person, personId: string, wanted: string): Promise<Outcome> {
  try {
    return await transaction(async (tx) => {
      await tx.$queryRaw`select 1 from person where id = ${personId}::uuid for update`
      const person = await tx.person.findUnique({ where: { id: personId }, select: { slug: true } })
      if (!person) return { ok: false, reason: 'not-found' }
      const isSlug = Slug.safeParse(wanted).success
      const known = await tx.personSlug.findUnique({ where: { slug: wanted } })
      const count = await tx.personSlug.count({ where: { personId } })
      const isTheirs = known?.personId === personId
      const reason = refuseSlug({ isSlug, isTheirs, owner: known !== null, count })
      if (reason) return { ok: false, reason }
      if (wanted === person.slug) return { ok: true, slug: wanted }
      await tx.person.update({ where: { id: personId }, data: { slug: wanted } })
      const detail = { from: person.slug, to: wanted }
      await audit.record(tx, { actor, verb: 'update', resource: 'person-slug', resourceId: personId, detail })
      await purge.tags(tx, [...(await tagsOfPerson(tx, personId)), 'articles', 'article-lines'])
      return { ok: true, slug: wanted }
    })
  } catch (error) {
    // Somebody else took it in the same moment.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      return { ok: false, reason: 'taken' }
    throw error
  }
}
