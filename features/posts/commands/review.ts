import type { Person } from '@/features/access/schema'
import { tagsOf } from '@/features/content/commands/write-content'
import type { Problem } from '@/features/content/schema/problems'
import { type Tx, transaction } from '@/lib/db'
import * as purge from '@/lib/purge'
import { fileOf } from '../import/compile-post'
import { type MoveName, type Refusal, refuseMove } from '../rules/life'
import type { ApprovalInput, FieldErrors } from '../schema'
import { compileToPublish } from './compile'
import { tellEditors, tellGuest } from './mail'
import { lockPost, type Post, recordMove } from './post'
import { askQuote, keepAddresses } from './quotes'

export type Reviewed = { ok: true } | { ok: false; reason: 'not-found' | Refusal }

/** A remark of one side, told to the other. */
export function commentOnPost(actor: Person, id: string, side: 'guest' | 'editor', text: string, now: Date) {
  return transaction(async (tx): Promise<Reviewed> => {
    const post = await lockPost(tx, id, side === 'guest' ? { authorId: actor.id } : {})
    if (!post) return { ok: false, reason: 'not-found' }
    await recordMove(tx, { post, move: 'comment', by: actor, text, now })
    const tell = side === 'guest' ? tellEditors : tellGuest
    await tell(tx, post, 'comment', { by: actor.name, text })
    return { ok: true }
  })
}

const WRITING = { submittedAt: null, approvedAt: null, approvedById: null }

/** Gives the text back to its guest, with what is wanted. */
export function requestChanges(actor: Person, id: string, text: string, now: Date): Promise<Reviewed> {
  return move(actor, id, 'request-changes', text, now, async (tx, post) => {
    await tx.guestPost.update({ where: { id }, data: { ...WRITING, updatedAt: now } })
    await tellGuest(tx, post, 'changes', { by: actor.name, text })
  })
}

/** Lets a guest write on what is published; readers keep what they have until the next approval. */
export function reopenPost(actor: Person, id: string, text: string, now: Date): Promise<Reviewed> {
  return move(actor, id, 'reopen', text, now, async (tx, post) => {
    await tx.guestPost.update({ where: { id }, data: { ...WRITING, unpublishedAt: null, updatedAt: now } })
    await tellGuest(tx, post, 'reopened', { by: actor.name, text })
  })
}

/** Takes a text off the site at once: no reader gets a kept copy. */
export function unpublishPost(actor: Person, id: string, text: string, now: Date): Promise<Reviewed> {
  return move(actor, id, 'unpublish', text, now, async (tx, post) => {
    const tags = await tagsOf(tx, [fileOf(id)])
    await tx.document.deleteMany({ where: { file: fileOf(id) } })
    const data = { ...WRITING, publishedAt: null, publishedVersion: null, unpublishedAt: now, updatedAt: now }
    await tx.guestPost.update({ where: { id }, data })
    await purge.tags(tx, tags, { hard: true })
    await tellGuest(tx, post, 'unpublished', { by: actor.name, text })
  })
}

export type Approved =
  | { ok: true; asked: number }
  | { ok: false; reason: 'not-found' | 'overtaken' | Refusal }
  | { ok: false; reason: 'broken'; problems: Problem[] }
  | { ok: false; reason: 'incomplete'; errors: FieldErrors }

/**
 * The editor's yes to the text as they have read it (`version`). Duties: refuse a slug that is taken and a quote without
 * an address; write what was settled; ask everybody quoted who has not answered; log; audit; tell the guest.
 */
export async function approvePost(
  actor: Person,
  id: string,
  { emails, ...settled }: ApprovalInput,
  version: number,
  now: Date,
): Promise<Approved> {
  const compiled = await compileToPublish(id, settled, now)
  if (!compiled) return { ok: false, reason: 'not-found' }
  return transaction(async (tx) => {
    const before = await lockPost(tx, id)
    if (!before) return { ok: false, reason: 'not-found' }
    const reason = refuseMove('approve', before, now)
    if (reason) return { ok: false, reason }
    if (before.version !== version || compiled.version !== version) return { ok: false, reason: 'overtaken' }
    if (compiled.problems.length > 0) return { ok: false, reason: 'broken', problems: compiled.problems }
    const wrong = await keepAddresses(tx, id, emails)
    const post = await lockPost(tx, id)
    const errors = await errorsOf(tx, post ?? before, settled.slug, wrong)
    if (!post || Object.keys(errors).length > 0) return { ok: false, reason: 'incomplete', errors }
    const data = { ...settled, approvedAt: now, approvedById: actor.id, updatedAt: now }
    await tx.guestPost.update({ where: { id }, data })
    await recordMove(tx, { post, move: 'approve', by: actor, now })
    const open = post.quotes.filter(({ answer }) => answer === null)
    for (const quote of open) await askQuote(tx, post, quote, now)
    await tellGuest(tx, post, 'approved', { by: actor.name })
    return { ok: true, asked: open.length }
  })
}

/** Asks a quoted person again, at this address: the link before ends. */
export function askAgain(actor: Person, id: string, fingerprint: string, email: string, now: Date) {
  return transaction(async (tx) => {
    const wrong = await keepAddresses(tx, id, { [fingerprint]: email })
    const post = await lockPost(tx, id)
    const quote = post?.quotes.find((other) => other.fingerprint === fingerprint)
    if (!post || !quote) return { ok: false as const, reason: 'not-found' as const }
    const reason = refuseMove('ask', post, now)
    if (reason || quote.answer) return { ok: false as const, reason: reason ?? ('answered' as const) }
    if (wrong.length > 0 || !quote.email) return { ok: false as const, reason: 'no-address' as const }
    await askQuote(tx, post, quote, now)
    await recordMove(tx, { post, move: 'ask', by: actor, text: quote.name, now })
    return { ok: true as const }
  })
}

async function errorsOf(tx: Tx, post: Post, slug: string, wrong: string[]): Promise<FieldErrors> {
  const taken = await findTaken(tx, post, slug)
  const unasked = post.quotes.filter(({ answer, email }) => answer === null && !email)
  const names = [...wrong, ...unasked.map(({ fingerprint }) => fingerprint)]
  return {
    ...(taken ? { slug: `${taken} has this slug` } : {}),
    ...Object.fromEntries(names.map((name) => [`email-${name}`, 'Give the address at which they are asked'])),
  }
}

/** The file, or the guest's post, that has this slug already. */
export async function findTaken(tx: Tx, { id, locale }: Pick<Post, 'id' | 'locale'>, slug: string) {
  const document = await tx.document.findFirst({
    where: { kind: 'article', locale, OR: [{ slug }, { groupSlug: slug }], file: { not: fileOf(id) } },
    select: { file: true, title: true },
  })
  if (document) return document.file.startsWith('guest/') ? `“${document.title}”` : document.file
  const other = await tx.guestPost.findFirst({
    where: { id: { not: id }, locale, slug, approvedAt: { not: null } },
    select: { title: true },
  })
  return other ? `“${other.title}”` : null
}

function move(
  actor: Person,
  id: string,
  name: MoveName,
  text: string,
  now: Date,
  make: (tx: Tx, post: Post) => Promise<void>,
): Promise<Reviewed> {
  return transaction(async (tx) => {
    const post = await lockPost(tx, id)
    if (!post) return { ok: false, reason: 'not-found' }
    const reason = refuseMove(name, post, now)
    if (reason) return { ok: false, reason }
    await recordMove(tx, { post, move: name, by: actor, text, now })
    await make(tx, post)
    return { ok: true }
  })
}
