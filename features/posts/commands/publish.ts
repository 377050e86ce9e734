import type { Person } from '@/features/access/schema'
import { tagsOf, writeDocuments } from '@/features/content/commands/write-content'
import { documentsOf } from '@/features/content/import/rows'
import { getSite } from '@/features/content/queries/site'
import type { Problem } from '@/features/content/schema/problems'
import { transaction } from '@/lib/db'
import * as purge from '@/lib/purge'
import { fileOf } from '../import/compile-post'
import { type Refusal, refuseMove } from '../rules/life'
import { compileToPublish } from './compile'
import { tellGuest } from './mail'
import { lockPost, recordMove } from './post'
import { findTaken } from './review'

export type Published =
  | { ok: true; slug: string }
  | { ok: false; reason: 'not-found' | 'overtaken' | Refusal }
  | { ok: false; reason: 'taken'; by: string }
  | { ok: false; reason: 'broken'; problems: Problem[] }

/**
 * Puts an approved text among the articles, now or at its moment. Duties: lock the post, and content:sync, so that no
 * quote is answered and no slug taken meanwhile; write the text; log; audit; purge; tell the guest.
 */
export async function publishPost(actor: Person, id: string, publishAt: Date | null, now: Date): Promise<Published> {
  const ready = await compileToPublish(id, null, now, publishAt)
  if (!ready) return { ok: false, reason: 'not-found' }
  const documents = ready.compiled ? await documentsOf([ready.compiled], getSite().timeZone) : []
  return transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('content:sync'))`
    const post = await lockPost(tx, id)
    if (!post) return { ok: false, reason: 'not-found' }
    const reason = refuseMove('publish', post, now)
    if (reason) return { ok: false, reason }
    const { slug, version } = post
    if (slug === null || version !== ready.version) return { ok: false, reason: 'overtaken' }
    if (ready.problems.length > 0) return { ok: false, reason: 'broken', problems: ready.problems }
    const taken = await findTaken(tx, post, slug)
    if (taken) return { ok: false, reason: 'taken', by: taken }
    const before = await tagsOf(tx, [fileOf(id)])
    await writeDocuments(tx, documents)
    const data = { publishedAt: post.publishedAt ?? now, publishedVersion: version, correction: '', updatedAt: now }
    await tx.guestPost.update({ where: { id }, data })
    await recordMove(tx, { post, move: 'publish', by: actor, now })
    await purge.tags(tx, [...before, ...(await tagsOf(tx, [fileOf(id)]))])
    await tellGuest(tx, post, 'published', { by: actor.name })
    return { ok: true, slug }
  })
}
