import { tagsOf, writeDocuments } from '@/features/content/commands/write-content'
import { documentsOf } from '@/features/content/import/rows'
import { getSite } from '@/features/content/queries/site'
import { Article } from '@/features/content/schema/front-matter'
import { TREE_VERSION } from '@/features/content/schema/tree'
import { db, transaction } from '@/lib/db'
import * as purge from '@/lib/purge'
import { compilePost, fileOf } from '../import/compile-post'
import { PostText } from '../schema'

/** Compiles published posts again whose trees are of an older version, as a sync does for files; answers how many. */
export async function refreshPosts(): Promise<number> {
  const stale = await db.document.findMany({
    where: { file: { startsWith: fileOf('') }, treeVersion: { not: TREE_VERSION } },
    select: { file: true, locale: true, slug: true, frontMatter: true },
  })
  for (const { file, locale, slug, frontMatter } of stale) {
    const id = file.slice(fileOf('').length)
    const text = await publishedText(id)
    if (text === null) continue
    const { compiled } = await compilePost({ id, locale, slug, text, frontMatter: Article.parse(frontMatter) })
    if (!compiled) continue
    const documents = await documentsOf([compiled], getSite().timeZone)
    await transaction(async (tx) => {
      await writeDocuments(tx, documents)
      await purge.tags(tx, await tagsOf(tx, [file]))
    })
  }
  return stale.length
}

/** The text that readers have, which its guest may have gone on from. */
async function publishedText(id: string): Promise<string | null> {
  const post = await db.guestPost.findUnique({ where: { id }, select: { publishedVersion: true } })
  const kept = await db.guestPostVersion.findUnique({
    where: { postId_version: { postId: id, version: post?.publishedVersion ?? 0 } },
    select: { content: true },
  })
  return PostText.safeParse(kept?.content).data?.text ?? null
}
