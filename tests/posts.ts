import type { Person } from '@/features/access/schema'
import { approvePost } from '@/features/posts/commands/review'
import { invitePost, savePost, submitPost } from '@/features/posts/commands/write'
import type { ApprovalInput, PostText } from '@/features/posts/schema'
import { db } from '@/lib/db'
import { aPerson } from './factories'

export const aText: PostText = {
  title: 'What a queue taught us',
  summary: 'Three rules, and the week in which we learnt them.',
  text: 'Nobody likes to wait. We measured for whom we did.\n\n## The week\n\nIt began on a Monday.\n',
}

/** The text with these quotes in it, each with a name. */
export const withQuotes = (...words: string[]): PostText => ({
  ...aText,
  text: [
    aText.text,
    ...words.map(
      (said, at) => `Then somebody spoke.\n\n<Quote name="Speaker ${at + 1}">\n${said}\n</Quote>\n\nAnd left.\n`,
    ),
  ].join('\n'),
})

/** An invited guest's empty post. */
export async function aPost(facts: { editor?: Person; guest?: Person } = {}) {
  const editor = facts.editor ?? (await aPerson({ roles: ['editor'] }))
  const guest = facts.guest ?? (await aPerson())
  const invitation = { email: guest.email ?? '', name: guest.name, locale: 'en', brief: 'Tell us' } as const
  const { id } = await invitePost(editor, invitation, new Date())
  return { id, editor, guest }
}

/** A post with this text, handed in. */
export async function aSubmittedPost(content: PostText = aText) {
  const post = await aPost()
  const outcome = await submitPost(post.guest, post.id, { content, version: 1, emails: {} }, new Date())
  if (!outcome.ok) throw new Error(`Not handed in: ${JSON.stringify(outcome)}`)
  return { ...post, version: outcome.version }
}

let count = 0
/** What an editor settles: everybody quoted is asked at an address made from their place. */
export async function settled(id: string, facts: Partial<ApprovalInput> = {}): Promise<ApprovalInput> {
  const quotes = await db.guestQuote.findMany({ where: { postId: id, position: { not: null } } })
  const emails = Object.fromEntries(
    quotes.map(({ fingerprint, position }) => [fingerprint, `speaker-${Number(position) + 1}@example.org`]),
  )
  const slug = `guest-text-${++count}`
  return { slug, category: 'technical', tags: ['queues'], projects: [], correction: '', emails, ...facts }
}

/** A post with this text that an editor has approved. */
export async function anApprovedPost(content: PostText = aText, facts: Partial<ApprovalInput> = {}) {
  const post = await aSubmittedPost(content)
  const input = await settled(post.id, facts)
  const outcome = await approvePost(post.editor, post.id, input, post.version, new Date())
  if (!outcome.ok) throw new Error(`Not approved: ${JSON.stringify(outcome)}`)
  return { ...post, slug: input.slug }
}

/** The token of the link in the newest mail to this address. */
export async function tokenFor(address: string): Promise<string> {
  const mail = await db.outboxMessage.findFirst({
    where: { kind: 'quote-approval', to: { contains: `<${address}>` } },
    orderBy: { createdAt: 'desc' },
  })
  return /\/quotes\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
}

export async function rewrite(guest: Person, id: string, content: PostText) {
  const { version } = await db.guestPost.findUniqueOrThrow({ where: { id }, select: { version: true } })
  return savePost(guest, id, { content, version, emails: {} }, new Date())
}
