'use server'
import { notFound, redirect } from 'next/navigation'
import { idAction, personAction } from '@/features/access/gate'
import type { FormState } from '@/features/access/schema'
import { momentOf } from '@/features/calls/schema/forms'
import { getSite } from '@/features/content/queries/site'
import { publishPost } from '../commands/publish'
import {
  approvePost,
  askAgain,
  commentOnPost,
  requestChanges as giveBack,
  reopenPost,
  unpublishPost,
} from '../commands/review'
import { invitePost } from '../commands/write'
import { Approval, type ApprovalState, errorsOf, Invitation, LIMITS, readPostForm, wordsOf } from '../schema'

const asText = (form: FormData, name: string) => String(form.get(name) ?? '')
const words = (form: FormData) => wordsOf(form.get('text'), LIMITS.comment)

export const inviteGuest = personAction(
  'inviteGuest',
  async (actor, _: FormState, form: FormData): Promise<FormState> => {
    const values = { email: asText(form, 'email'), name: asText(form, 'name'), brief: asText(form, 'brief') }
    const parsed = Invitation.safeParse({ ...values, locale: asText(form, 'locale') })
    if (!parsed.success) return { values, errors: errorsOf(parsed.error) }
    const { name } = await invitePost(actor, parsed.data, new Date())
    return { values: {}, errors: {}, done: `${name} is told by mail and can begin.` }
  },
)

export const answerGuest = idAction('answerGuest', async (actor, id: string, form: FormData) => {
  if (!words(form)) return comeBack(id, { ok: false, reason: 'no-words' }, '')
  return comeBack(id, await commentOnPost(actor, id, 'editor', words(form), new Date()), 'said')
})

export const requestChanges = idAction('requestChanges', async (actor, id: string, form: FormData) => {
  if (!words(form)) return comeBack(id, { ok: false, reason: 'no-words' }, '')
  return comeBack(id, await giveBack(actor, id, words(form), new Date()), 'given-back')
})

export const approveGuestPost = idAction(
  'approveGuestPost',
  async (actor, id: string, _: ApprovalState, form: FormData): Promise<ApprovalState> => {
    const list = (name: string) =>
      asText(form, name)
        .split(/[\s,]+/)
        .filter(Boolean)
    const { version, emails } = readPostForm(form)
    const typed = {
      slug: asText(form, 'slug'),
      category: asText(form, 'category'),
      tags: list('tags'),
      projects: list('projects'),
      correction: asText(form, 'correction'),
    }
    const parsed = Approval.safeParse(typed)
    if (!parsed.success) return { typed, emails, errors: errorsOf(parsed.error), problem: null }
    const outcome = await approvePost(actor, id, { ...parsed.data, emails }, version, new Date())
    if (outcome.ok) redirect(`/admin/content/posts/${id}?done=approved`)
    if (outcome.reason === 'not-found') notFound()
    if (outcome.reason === 'incomplete') return { typed, emails, errors: outcome.errors, problem: null }
    const problem =
      'problems' in outcome
        ? `The text cannot be published so: it ${outcome.problems.map(({ message }) => message).join('; ')}`
        : 'It has moved on since this page was opened. Look at it again.'
    return { typed, emails, errors: {}, problem }
  },
)

export const askQuoteAgain = idAction(
  'askQuoteAgain',
  async (actor, id: string, fingerprint: string, form: FormData) => {
    return comeBack(id, await askAgain(actor, id, fingerprint, asText(form, 'email'), new Date()), 'asked')
  },
)

/** Now, or at the moment of the form, on the clock of the foundation. */
export const publishGuestPost = idAction('publishGuestPost', async (actor, id: string, form: FormData) => {
  const moment = momentOf(asText(form, 'at').trim() || null, getSite().timeZone)
  if ('error' in moment) return comeBack(id, { ok: false, reason: 'no-moment' }, '')
  const { at } = moment
  const outcome = await publishPost(actor, id, at, new Date())
  // The second of two clicks: it is out.
  if (!outcome.ok && (outcome.reason === 'is-published' || outcome.reason === 'is-scheduled'))
    return comeBack(id, { ok: true }, 'published')
  return comeBack(id, outcome, 'published')
})

export const reopenGuestPost = idAction('reopenGuestPost', async (actor, id: string, form: FormData) => {
  return comeBack(id, await reopenPost(actor, id, words(form), new Date()), 'reopened')
})

export const unpublishGuestPost = idAction('unpublishGuestPost', async (actor, id: string, form: FormData) => {
  return comeBack(id, await unpublishPost(actor, id, words(form), new Date()), 'unpublished')
})

function comeBack(id: string, outcome: { ok: true } | { ok: false; reason: string }, done: string): never {
  if (!outcome.ok && outcome.reason === 'not-found') notFound()
  const says = outcome.ok ? `done=${done}` : `problem=${outcome.reason}`
  redirect(`/admin/content/posts/${encodeURIComponent(id)}?${says}`)
}
