import type { Person } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import type { Tx } from '@/lib/db'
import { fileOf } from '../import/compile-post'
import type { MoveName } from '../rules/life'

const named = { select: { id: true, slug: true, name: true, email: true } } as const

/** One post, locked until the end of the transaction, with the facts that every move asks for. */
export async function lockPost(tx: Tx, id: string, owner: { authorId?: string } = {}) {
  await tx.$queryRaw`select 1 from guest_post where id = ${id}::uuid for update`
  const post = await tx.guestPost.findFirst({
    where: { id, ...owner },
    include: {
      author: named,
      invitedBy: named,
      approvedBy: named,
      quotes: { where: { position: { not: null } }, orderBy: { position: 'asc' } },
    },
  })
  if (!post) return null
  const document = await tx.document.findUnique({ where: { file: fileOf(id) }, select: { visibleFrom: true } })
  const answers = post.quotes.map(({ answer }) => answer)
  return { ...post, answers, visibleFrom: document?.visibleFrom ?? null }
}
export type Post = NonNullable<Awaited<ReturnType<typeof lockPost>>>

interface Made {
  post: { id: string }
  move: MoveName | 'invite' | 'comment' | 'quote-approved' | 'quote-refused'
  by: Pick<Person, 'id' | 'name'> | { id: null; name: string }
  text?: string
  now: Date
}

/** Writes a move to the post's log and to the audit. What was said stays out of the audit. */
export async function recordMove(tx: Tx, { post, move, by, text = '', now }: Made): Promise<void> {
  await tx.guestPostMove.create({
    data: { postId: post.id, move, actorId: by.id, byName: by.name, at: now, text },
  })
  await audit.record(tx, {
    actor: by.id === null ? { kind: 'visitor' } : { kind: 'person', id: by.id },
    verb: move,
    resource: 'posts',
    resourceId: post.id,
  })
}
