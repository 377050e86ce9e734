'use server'
import { notFound, redirect } from 'next/navigation'
import { idAction } from '@/features/access/gate'
import type { Person } from '@/features/access/schema'
import { commentOnPost } from '../commands/review'
import { savePost, submitPost, takeBackPost } from '../commands/write'
import { getOwnPost } from '../queries/posts'
import { getPreview, type Preview } from '../queries/preview'
import { errorsOf, LIMITS, type PostForm, PostText, readPostForm, type Saved, wordsOf } from '../schema'

const PROBLEMS = {
  invalid: 'Something is not right yet: see what is marked.',
  incomplete: 'Something is still missing: see what is marked.',
  broken: 'The text has a place that cannot be shown. It is named beside the preview.',
  overtaken: 'Another window of yours has saved another text.',
  locked: 'Editors are reading this text: take it back to change it.',
}

/** Saves in the background what is being typed; answers with what it has become, and never leads away. */
export const saveGuestPost = idAction(
  'saveGuestPost',
  async (actor, id: string, form: FormData): Promise<Saved<Preview>> => {
    const { content, version, emails } = readPostForm(form)
    const parsed = PostText.safeParse(content)
    if (!parsed.success) return { status: 'invalid', errors: errorsOf(parsed.error) }
    const now = new Date()
    const outcome = await savePost(actor, id, { content: parsed.data, version, emails, isAuto: true }, now)
    if (outcome.ok) return { status: 'saved', version: outcome.version, preview: await previewOf(actor, id, now) }
    return outcome.reason === 'overtaken' ? { status: 'overtaken', current: outcome.current } : { status: 'locked' }
  },
  async (): Promise<Saved<Preview>> => ({ status: 'signed-out' }),
)

/** The form: saves the text, or saves it and hands it in. */
export const sendGuestPost = idAction('sendGuestPost', async (actor, id: string, _: PostForm, form: FormData) => {
  const { content, version, emails, intent } = readPostForm(form)
  const typed: PostForm = { ...content, version, errors: {}, problem: null, current: null }
  const own = await getOwnPost(actor, id, new Date())
  if (!own) notFound()
  if (intent === 'theirs')
    return { ...typed, title: own.title, summary: own.summary, text: own.text, version: own.version }
  const parsed = PostText.safeParse(content)
  if (!parsed.success) return { ...typed, errors: errorsOf(parsed.error), problem: PROBLEMS.invalid }
  const write = intent === 'send' ? submitPost : savePost
  const outcome = await write(actor, id, { content: parsed.data, version, emails }, new Date())
  if (outcome.ok && Object.keys(outcome.errors).length === 0)
    redirect(`/me/posts/${id}?done=${intent === 'send' ? 'submitted' : 'saved'}`)
  if (outcome.ok) return { ...typed, version: outcome.version, errors: outcome.errors, problem: PROBLEMS.invalid }
  if (outcome.reason === 'not-found') notFound()
  if (outcome.reason === 'overtaken')
    return { ...typed, version: outcome.current.version, current: outcome.current, problem: PROBLEMS.overtaken }
  if (!('problems' in outcome)) return { ...typed, problem: PROBLEMS.locked }
  return { ...typed, version: outcome.version, errors: outcome.errors, problem: PROBLEMS[outcome.reason] }
})

export const takeBackGuestPost = idAction('takeBackGuestPost', async (actor, id: string) => {
  const outcome = await takeBackPost(actor, id, new Date())
  return comeBack(id, outcome.ok ? 'done=taken-back' : `problem=${outcome.reason}`)
})

export const answerEditors = idAction('answerEditors', async (actor, id: string, form: FormData) => {
  const text = wordsOf(form.get('text'), LIMITS.comment)
  if (!text) return comeBack(id, 'problem=no-words')
  const outcome = await commentOnPost(actor, id, 'guest', text, new Date())
  return comeBack(id, outcome.ok ? 'done=said' : `problem=${outcome.reason}`)
})

async function previewOf(actor: Person, id: string, now: Date): Promise<Preview | null> {
  const post = await getOwnPost(actor, id, now)
  return post && getPreview(post, now)
}

function comeBack(id: string, says: string): never {
  if (says === 'problem=not-found') notFound()
  redirect(`/me/posts/${encodeURIComponent(id)}?${says}`)
}
