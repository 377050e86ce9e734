import { createHash } from 'node:crypto'
import { TREE_VERSION } from '@/features/content/schema/tree'
import { quoteMail } from '@/features/posts/emails'
import { type CompiledPost, compilePost, fileOf } from '@/features/posts/import/compile-post'
import { headOf } from '@/features/posts/rules/head'
import { ANSWER_DAYS } from '@/features/posts/rules/life'
import type { PostText, Quote } from '@/features/posts/schema'
import { mailbox } from '@/lib/outbox'
import { hashToken } from '@/lib/tokens'
import type { Context } from './context'
import { addDays, isoDay } from './days'
import { DRAFT, PUBLISHED, WAITING } from './guest-texts'
import type { Person } from './people'

interface Who {
  guest: Person
  editor: Person
}

/** What one guest has written: a draft, a text that waits for one of two people quoted in it, and one that is out. */
export async function addGuestPosts(context: Context, who: Who): Promise<void> {
  const { today } = context
  await addPost(context, who, { key: 'draft', content: DRAFT, startedAt: addDays(today, -3) })
  await addWaiting(context, who)
  await addPublished(context, who)
}

async function addWaiting(context: Context, { guest, editor }: Who): Promise<void> {
  const { rows, id, today, url } = context
  const [startedAt, askedAt] = [addDays(today, -12), addDays(today, -4)]
  const settled = { slug: 'the-week-we-let-the-queue-decide', tags: ['platform'], approvedAt: askedAt }
  const post = { key: 'waiting', content: WAITING, startedAt, submittedAt: addDays(today, -6), ...settled }
  const { quotes } = await addPost(context, { guest, editor }, post)
  for (const [position, { person, ...quote }] of (quotes ?? []).entries()) {
    const email = `quoted-${position + 1}@example.org`
    const token = createHash('sha256').update(id('quote-token', position)).digest('base64url')
    const isAnswered = position === 0
    rows.guestQuote.push({
      ...{ id: id('quote', position), postId: id('guest-post', 'waiting'), position, personSlug: person, ...quote },
      ...{ email, tokenHash: hashToken(token), askedAt, expiresAt: addDays(askedAt, ANSWER_DAYS) },
      answer: isAnswered ? 'approved' : null,
      answeredAt: isAnswered ? addDays(today, -2) : null,
      remark: isAnswered ? 'Blushing included. Go ahead.' : '',
    })
    rows.outboxMessage.push(letter({ context, guest, quote, email, url: `${url}/quotes/${token}`, askedAt, position }))
    if (isAnswered) addMove(context, 'waiting', 'quote-approved', { id: null, name: quote.name }, addDays(today, -2))
  }
}

async function addPublished(context: Context, { guest, editor }: Who): Promise<void> {
  const { rows, id, today } = context
  const [startedAt, publishedAt] = [addDays(today, -48), addDays(today, -30)]
  const settled = { slug: 'a-meetup-in-a-town-with-one-cafe', tags: ['community'], approvedAt: publishedAt }
  const post = { key: 'published', content: PUBLISHED, startedAt, submittedAt: addDays(today, -36), ...settled }
  await addPost(context, { guest, editor }, { ...post, publishedAt })
  addMove(context, 'published', 'publish', editor, publishedAt)
  const { title, summary } = PUBLISHED
  const filed = { title, summary, category: 'technical', tags: settled.tags, projects: [], author: guest }
  const documentId = id('guest-document', 'published')
  rows.document.push({
    ...{ id: documentId, kind: 'article', locale: 'en', slug: settled.slug, groupSlug: settled.slug, title, summary },
    file: fileOf(id('guest-post', 'published')),
    sourceHash: '',
    // Of no version: what reads content/ after this compiles the guests' texts too.
    treeVersion: 0,
    publishedOn: publishedAt,
    sortDate: publishedAt,
    visibleFrom: publishedAt,
    frontMatter: headOf(filed, { date: isoDay(publishedAt), publishAt: publishedAt.toISOString() }),
    ...{ tree: [], contents: [], plainText: '', links: [], tags: settled.tags, minutes: 1, syncedAt: today },
  })
  rows.documentAuthor.push({ documentId, personId: guest.id, position: 0, affiliation: null })
}

interface Facts {
  key: string
  content: PostText
  startedAt: Date
  submittedAt?: Date
  approvedAt?: Date
  publishedAt?: Date
  slug?: string
  tags?: string[]
}

async function addPost(context: Context, { guest, editor }: Who, facts: Facts): Promise<CompiledPost> {
  const { rows, id, today } = context
  const { key, content, startedAt, submittedAt = null, approvedAt = null, publishedAt = null } = facts
  const { slug = null, tags = [] } = facts
  const postId = id('guest-post', key)
  const filed = { ...content, category: 'technical', tags, projects: [], author: guest }
  const frontMatter = headOf(filed, { date: isoDay(today) })
  const compiled = await compilePost({ id: postId, locale: 'en', slug: null, text: content.text, frontMatter })
  if (compiled.problems.length > 0) throw new Error(`The demo’s text “${content.title}” is broken.`)
  const updatedAt = publishedAt ?? approvedAt ?? submittedAt ?? addDays(startedAt, 1)
  rows.guestPost.push({
    ...{ id: postId, authorId: guest.id, invitedById: editor.id, locale: 'en', ...content, version: 2 },
    brief: 'Tell us what you told the speakers’ dinner, in about eight hundred words.',
    tree: compiled.compiled?.tree ?? [],
    treeVersion: TREE_VERSION,
    ...{ createdAt: startedAt, updatedAt, submittedAt, approvedAt, approvedById: approvedAt && editor.id },
    ...{ slug, tags, projects: [], publishedAt, publishedVersion: publishedAt && 2 },
  })
  rows.guestPostVersion.push({ postId, version: 2, content, isAuto: false, savedAt: updatedAt })
  addMove(context, key, 'invite', editor, startedAt)
  if (submittedAt) addMove(context, key, 'submit', guest, submittedAt)
  if (approvedAt) addMove(context, key, 'approve', editor, approvedAt)
  return compiled
}

type Mover = Pick<Person, 'id' | 'name'> | { id: null; name: string }
function addMove({ rows, id }: Context, key: string, move: string, by: Mover, at: Date): void {
  rows.guestPostMove.push({ postId: id('guest-post', key), move, actorId: by.id, byName: by.name, at, text: '' })
}

interface Letter {
  context: Context
  guest: Person
  quote: Pick<Quote, 'name' | 'words'>
  email: string
  url: string
  askedAt: Date
  position: number
}

/** So that the link to the open quote is found in the demo's mailbox. */
function letter({ context, guest, quote: { name, words }, email, url, askedAt, position }: Letter) {
  const mail = quoteMail({ name, guest: guest.name, title: WAITING.title, words, url, days: ANSWER_DAYS })
  return {
    ...{ id: context.id('mail', 'quote', position), kind: 'quote-approval', dedupeKey: `demo quote ${position}` },
    ...{ to: mailbox(name, email), eventId: null, subject: mail.subject, text: mail.text, state: 'sent' as const },
    ...{ secret: false, proposalId: null, attempts: 1, createdAt: askedAt, dueAt: askedAt, sentAt: askedAt },
  }
}
