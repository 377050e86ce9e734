import { z } from 'zod'
import type { Person } from '@/features/access/schema'
import { db } from '@/lib/db'
import { hashToken } from '@/lib/tokens'
import { refuseAnswer } from '../rules/life'
import { lineSelect, linesOf, type PostLine, type PostPage, pageOf, pageSelect } from './views'

const isId = (id: string) => z.uuid().safeParse(id).success

/** The posts that this person writes, the latest first. */
export async function listOwnPosts(person: Person, now: Date): Promise<PostLine[]> {
  const rows = await db.guestPost.findMany({
    where: { authorId: person.id },
    select: lineSelect,
    orderBy: { updatedAt: 'desc' },
    take: 100,
  })
  return linesOf(rows, now)
}

/** One post of this person's, or null. */
export async function getOwnPost(person: Person, id: string, now: Date): Promise<PostPage | null> {
  if (!isId(id)) return null
  const row = await db.guestPost.findFirst({ where: { id, authorId: person.id }, select: pageSelect })
  return row && pageOf(row, now)
}

/** Every guest's post for the editors, what waits for them first. */
export async function listPosts(now: Date): Promise<PostLine[]> {
  const rows = await db.guestPost.findMany({ select: lineSelect, orderBy: { updatedAt: 'desc' }, take: 500 })
  const order = ['submitted', 'ready', 'held', 'waiting', 'draft', 'scheduled', 'published', 'unpublished'] as const
  const rank = ({ state }: PostLine) => order.indexOf(state)
  return (await linesOf(rows, now)).toSorted((a, b) => rank(a) - rank(b))
}

/** One post for an editor. A text that is being written is its guest's alone. */
export async function getPost(id: string, now: Date): Promise<PostPage | null> {
  if (!isId(id)) return null
  const row = await db.guestPost.findUnique({ where: { id }, select: pageSelect })
  const page = row && (await pageOf(row, now))
  return page?.state === 'draft' ? { ...page, summary: '', text: '', tree: null, problems: [], asked: [] } : page
}

export interface QuoteToAnswer {
  name: string
  affiliation: string | null
  words: string
  before: string
  after: string
  title: string
  guest: string
  expiresAt: Date | null
  answer: 'approved' | 'refused' | null
  answeredAt: Date | null
  refusal: ReturnType<typeof refuseAnswer>
}

/** What a quoted person sees: their words, what stands around them, and nothing else of the text. Null: no such link. */
export async function getQuoteToAnswer(token: string, now: Date): Promise<QuoteToAnswer | null> {
  const quote = await db.guestQuote.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { post: { select: { title: true, author: { select: { name: true } } } } },
  })
  if (!quote) return null
  const { name, affiliation, words, before, after, expiresAt, answer, answeredAt, post } = quote
  const facts = { name, affiliation, words, before, after, expiresAt, answer, answeredAt }
  return { ...facts, title: post.title, guest: post.author.name, refusal: refuseAnswer(quote, now) }
}
