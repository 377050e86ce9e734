import type { Person } from '@/features/access/schema'
import type { Problem } from '@/features/content/schema/problems'
import { TREE_VERSION } from '@/features/content/schema/tree'
import { Prisma } from '@/generated/prisma/client'
import { type Tx, transaction } from '@/lib/db'
import { findOrCreatePerson } from '@/lib/session/people'
import { type CompiledPost, compilePost } from '../import/compile-post'
import { headOf } from '../rules/head'
import { canWrite, missingFor, refuseMove } from '../rules/life'
import type { FieldErrors, PostLocale, PostText, SavedText } from '../schema'
import { tellEditors, tellGuest } from './mail'
import { lockPost, type Post, recordMove } from './post'
import { keepAddresses, syncQuotes } from './quotes'

interface Invitation {
  email: string
  name: string
  locale: PostLocale
  brief: string
}

/** Asks somebody to write: they come if the address is new, have an empty post of their own, and are told by mail. */
export function invitePost(actor: Person, { email, name, locale, brief }: Invitation, now: Date) {
  return transaction(async (tx) => {
    const { person } = await findOrCreatePerson(tx, { email, name })
    const { id } = await tx.guestPost.create({
      data: { authorId: person.id, invitedById: actor.id, locale, brief, createdAt: now, updatedAt: now },
    })
    const post = await lockPost(tx, id)
    if (!post) throw new Error('The post that was just made is gone.')
    await recordMove(tx, { post, move: 'invite', by: actor, now })
    await tellGuest(tx, post, 'invited', { by: actor.name, text: brief })
    return { ok: true as const, id, name: person.name }
  })
}

export interface TextInput {
  content: PostText
  version: number
  /** By fingerprint, as they were typed. */
  emails: Record<string, string>
  /** Saved while typing, not by a button. */
  isAuto?: boolean
}

type Problems = { problems: Problem[]; errors: FieldErrors }
export type SaveResult =
  | ({ ok: true; version: number } & Problems)
  | { ok: false; reason: 'not-found' | 'locked' }
  | { ok: false; reason: 'overtaken'; current: SavedText }
  | ({ ok: false; reason: 'incomplete' | 'broken'; version: number } & Problems)

/** Saves a guest's text as it is, broken or not; its quotes follow where it can be read. */
export async function savePost(actor: Person, id: string, input: TextInput, now: Date): Promise<SaveResult> {
  const compiled = await compileFor(actor, id, input, now)
  return transaction((tx) => write(tx, { actor, id, input, compiled, now }))
}

/** Saves the text and hands it to the editors. Refused, it is saved all the same. Sent twice, it is one. */
export async function submitPost(actor: Person, id: string, input: TextInput, now: Date): Promise<SaveResult> {
  const compiled = await compileFor(actor, id, input, now)
  return transaction(async (tx) => {
    const before = await lockPost(tx, id, { authorId: actor.id })
    if (before?.submittedAt && before.version === input.version)
      return { ok: true, version: before.version, problems: [], errors: {} }
    const written = await write(tx, { actor, id, input, compiled, now })
    if (!written.ok) return written
    const { version, problems } = written
    const missing = missingFor(input.content)
    const errors = { ...written.errors, ...Object.fromEntries(missing.map((name) => [name, `Write the ${name}`])) }
    if (Object.keys(errors).length > 0) return { ok: false, reason: 'incomplete', version, problems, errors }
    if (problems.length > 0) return { ok: false, reason: 'broken', version, problems, errors }
    const post = await lockPost(tx, id)
    if (!post || refuseMove('submit', post, now)) return { ok: false, reason: 'locked' }
    await tx.guestPost.update({ where: { id }, data: { submittedAt: now, unpublishedAt: null, updatedAt: now } })
    await recordMove(tx, { post, move: 'submit', by: actor, now })
    await tellEditors(tx, post, 'submitted', { by: actor.name })
    return written
  })
}

/** Takes a text back that nobody has approved yet. */
export function takeBackPost(actor: Person, id: string, now: Date) {
  return transaction(async (tx) => {
    const post = await lockPost(tx, id, { authorId: actor.id })
    if (!post) return { ok: false as const, reason: 'not-found' as const }
    const reason = refuseMove('take-back', post, now)
    if (reason) return { ok: false as const, reason }
    await tx.guestPost.update({ where: { id }, data: { submittedAt: null, updatedAt: now } })
    await recordMove(tx, { post, move: 'take-back', by: actor, now })
    return { ok: true as const }
  })
}

async function compileFor(actor: Person, id: string, { content }: TextInput, now: Date): Promise<CompiledPost> {
  const facts = { ...content, category: 'technical', tags: [], projects: [], author: actor }
  const frontMatter = headOf(facts, { date: now.toISOString().slice(0, 10) })
  return compilePost({ id, locale: 'en', slug: null, text: content.text, frontMatter })
}

interface Writing {
  actor: Person
  id: string
  input: TextInput
  compiled: CompiledPost
  now: Date
}

async function write(tx: Tx, { actor, id, input, compiled, now }: Writing): Promise<SaveResult> {
  const post = await lockPost(tx, id, { authorId: actor.id })
  if (!post) return { ok: false, reason: 'not-found' }
  if (!canWrite(post, now)) return { ok: false, reason: 'locked' }
  if (post.version !== input.version) return { ok: false, reason: 'overtaken', current: textOf(post) }
  const version = isSame(post, input.content) ? post.version : await replaceText(tx, post, input, now)
  await tx.guestPost.update({ where: { id }, data: readOf(compiled) })
  if (compiled.quotes) await syncQuotes(tx, id, compiled.quotes)
  const wrong = await keepAddresses(tx, id, input.emails)
  const errors = Object.fromEntries(wrong.map((fingerprint) => [`email-${fingerprint}`, 'This is no e-mail address']))
  return { ok: true, version, problems: compiled.problems, errors }
}

/** What came of reading the text, for whoever looks at it. */
function readOf({ compiled, problems }: CompiledPost) {
  const places = problems.map(({ line, column, message }) => ({ line, column, message }))
  return { tree: compiled?.tree ?? Prisma.DbNull, treeVersion: TREE_VERSION, problems: places }
}

/** A version for each text that was chosen; what was saved while typing gives way to the next of its kind. */
async function replaceText(tx: Tx, post: Post, { content, isAuto = false }: TextInput, now: Date): Promise<number> {
  const version = post.version + 1
  await tx.guestPost.update({ where: { id: post.id }, data: { ...content, version, updatedAt: now } })
  if (isAuto) await tx.guestPostVersion.deleteMany({ where: { postId: post.id, version: post.version, isAuto: true } })
  await tx.guestPostVersion.create({ data: { postId: post.id, version, content, isAuto, savedAt: now } })
  return version
}

const textOf = ({ title, summary, text, version }: SavedText): SavedText => ({ title, summary, text, version })
const isSame = (one: PostText, other: PostText) =>
  one.title === other.title && one.summary === other.summary && one.text === other.text
