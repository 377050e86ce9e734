import { z } from 'zod'
import { type Heading, TREE_VERSION, type Tree, treeIn } from '@/features/content/schema/tree'
import { db } from '@/lib/db'
import { hashToken } from '@/lib/tokens'
import { getPreviewText, type PreviewText } from './text'

export interface DeskLink {
  id: string
  createdAt: Date
  expiresAt: Date
  by: string | null
}

/** The links to a text that still work, the latest first. */
export async function listPreviewLinks(
  subject: { documentId: string } | { postId: string },
  now: Date,
): Promise<DeskLink[]> {
  if (!z.uuid().safeParse(Object.values(subject)[0]).success) return []
  const rows = await db.previewLink.findMany({
    where: { ...subject, revokedAt: null, expiresAt: { gt: now } },
    select: { id: true, createdAt: true, expiresAt: true, createdBy: { select: { name: true } } },
    orderBy: { createdAt: 'desc' },
  })
  return rows.map(({ createdBy, ...link }) => ({ ...link, by: createdBy?.name ?? null }))
}

/** The text behind a preview link, with the moment at which the link ends; null once it has ended or was revoked. */
export async function getLinkedText(token: string, now: Date): Promise<(PreviewText & { until: Date }) | null> {
  const link = await db.previewLink.findFirst({
    where: { tokenHash: hashToken(token), revokedAt: null, expiresAt: { gt: now } },
    select: { documentId: true, postId: true, expiresAt: true },
  })
  if (!link) return null
  const text = link.documentId ? await getPreviewText(link.documentId) : await getPostText(link.postId ?? '')
  return text && { ...text, until: link.expiresAt }
}

/** A guest's post that has been handed in, as it was last read. */
async function getPostText(id: string): Promise<PreviewText | null> {
  const post = await db.guestPost.findFirst({
    where: { id, submittedAt: { not: null }, treeVersion: TREE_VERSION },
    select: { locale: true, title: true, summary: true, tree: true, author: { select: { slug: true, name: true } } },
  })
  if (!post?.tree) return null
  const { author, tree, ...rest } = post
  const blocks = treeIn(tree)
  return { ...rest, tree: blocks, contents: contentsOf(blocks), figures: [], date: null, authors: [author] }
}

function contentsOf(tree: Tree): Heading[] {
  return tree.flatMap((block) =>
    block.is === 'heading' && block.level < 4
      ? [
          {
            level: block.level === 2 ? 2 : 3,
            id: block.id,
            text: block.of.filter((node) => typeof node === 'string').join(''),
          },
        ]
      : [],
  )
}
