import type { Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { type Message, mailbox, outbox } from '@/lib/outbox'
import { answerMail, type PostMailKind, postMail } from '../emails'
import type { Answer } from '../schema'
import type { Post } from './post'

type About = Pick<Post, 'id' | 'title' | 'author' | 'invitedBy' | 'approvedBy'>
type Reader = { name: string; email: string | null }

const guestPage = (id: string) => `${env().appUrl}/me/posts/${id}`
const editorPage = (id: string) => `${env().appUrl}/admin/content/posts/${id}`

/** Tells the guest. */
export function tellGuest(
  tx: Tx,
  post: About,
  kind: PostMailKind,
  said: { by: string; text?: string },
): Promise<number> {
  const mail = postMail(kind, { title: post.title, url: guestPage(post.id), ...said })
  return outbox.enqueue(tx, to([post.author], { kind: `post-${kind}`, ...mail }))
}

/** Tells the editor who knows the text best: who approved it, else who invited it, else every editor. */
export async function tellEditors(
  tx: Tx,
  post: About,
  kind: PostMailKind,
  said: { by: string; text?: string },
): Promise<void> {
  const mail = postMail(kind, { title: post.title, url: editorPage(post.id), ...said })
  await outbox.enqueue(tx, to(await editorsOf(tx, post), { kind: `post-${kind}`, ...mail }))
}

/** Tells both what a quoted person has answered, and what it means for the text. */
export async function tellAnswer(
  tx: Tx,
  post: About,
  said: { name: string; words: string; answer: Answer; remark: string },
  then: 'held' | 'waiting' | 'ready',
): Promise<void> {
  const facts = { title: post.title, then, ...said }
  const letter = (url: string) => ({ kind: 'quote-answer', ...answerMail({ ...facts, url }) })
  await outbox.enqueue(tx, [
    ...to([post.author], letter(guestPage(post.id))),
    ...to(await editorsOf(tx, post), letter(editorPage(post.id))),
  ])
}

async function editorsOf(tx: Tx, { approvedBy, invitedBy }: About): Promise<Reader[]> {
  const known = approvedBy ?? invitedBy
  if (known) return [known]
  const holds = { role: 'editor', eventId: null } as const
  return tx.person.findMany({
    where: { OR: [{ bindings: { some: holds } }, { teams: { some: { team: { bindings: { some: holds } } } } }] },
    select: { name: true, email: true },
  })
}

function to(readers: Reader[], letter: Omit<Message, 'to'>): Message[] {
  return readers.flatMap(({ name, email }) => (email ? [{ ...letter, to: mailbox(name, email) }] : []))
}
