import { getSite } from '@/features/content/queries/site'
import { Article } from '@/features/content/schema/front-matter'
import { db } from '@/lib/db'
import { dayOf } from '@/lib/time'
import { type CompiledPost, compilePost, fileOf } from '../import/compile-post'
import { headOf } from '../rules/head'
import type { Approval } from '../schema'

/** A post as it would stand in the index, with the version of the text that was read; null where there is none. */
export async function compileToPublish(
  id: string,
  settled: Approval | null,
  now: Date,
  publishAt: Date | null = null,
): Promise<(CompiledPost & { version: number }) | null> {
  const post = await db.guestPost.findUnique({
    where: { id },
    include: { author: { select: { slug: true, name: true } }, quotes: { where: { position: { not: null } } } },
  })
  if (!post) return null
  const [published, quoted] = await Promise.all([
    db.document.findUnique({ where: { file: fileOf(id) }, select: { frontMatter: true } }),
    db.person.findMany({
      where: { slug: { in: post.quotes.flatMap(({ personSlug }) => personSlug ?? []) } },
      select: { slug: true, name: true },
    }),
  ])
  const before = Article.safeParse(published?.frontMatter).data
  const { slug, correction, ...filed } = { ...post, ...settled }
  const today = dayOf(now, getSite().timeZone)
  const corrected = before && correction ? [{ on: today, text: correction }] : []
  const frontMatter = headOf(filed, {
    date: before?.date ?? dayOf(publishAt ?? now, getSite().timeZone),
    // The moment is kept to the second, so that a text is out before the page that its editor comes back to.
    publishAt: before?.publishAt ?? (publishAt ?? now).toISOString(),
    corrections: [...(before?.corrections ?? []), ...corrected],
    people: quoted.map((person) => ({ ...person, role: 'quoted' as const })),
  })
  const compiled = await compilePost({ id, locale: post.locale, slug, text: post.text, frontMatter })
  return { ...compiled, version: post.version }
}
