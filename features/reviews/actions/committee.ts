'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { eventAction } from '@/features/access/gate'
import type { FormState } from '@/features/access/schema'
import * as comments from '../commands/comments'
import { declareConflict } from '../commands/conflicts'
import { REVIEW_REFUSALS } from '../rules'
import { COMMENT_REFUSALS, CommentText, NewConflict } from '../schema/forms'

const word = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** From the queue, or from a proposal (`code`): notes the conflict and comes back to the queue. */
export const declareReviewConflict = eventAction(
  'declareReviewConflict',
  async (actor, event, code: string | null, _: FormState, form: FormData): Promise<FormState> => {
    const values = { code: code ?? word(form, 'code'), conflict: word(form, 'conflict') }
    const parsed = NewConflict.safeParse({ code: values.code, reason: values.conflict })
    if (!parsed.success) {
      const fields = z.flattenError(parsed.error).fieldErrors
      const errors = {
        ...(fields.code ? { code: 'Choose a proposal' } : {}),
        ...(fields.reason?.[0] ? { conflict: fields.reason[0] } : {}),
      }
      return { values, errors }
    }
    const outcome = await declareConflict(actor, event, parsed.data)
    if (!outcome.ok) return { values, errors: { code: REVIEW_REFUSALS[outcome.reason] } }
    redirect(`/admin/events/${event.slug}/review?done=conflict`)
  },
)

/** The forms below a proposal; `back` is the page on which they stand. */
export const addComment = eventAction(
  'addComment',
  async (actor, event, code: string, place: Place, _: FormState, form: FormData): Promise<FormState> => {
    const text = CommentText.safeParse(word(form, 'text'))
    const key = z.uuid().safeParse(word(form, 'key')).data ?? null
    if (!text.success) return refused(form, text.error.issues[0]?.message)
    const outcome = await comments.addComment(actor, event, code, { text: text.data, key }, new Date())
    if (!outcome.ok) return refused(form, COMMENT_REFUSALS[outcome.reason])
    return comeBack(event.slug, code, place)
  },
)

export const editComment = eventAction(
  'editComment',
  async (actor, event, code: string, place: Place, id: string, _: FormState, form: FormData): Promise<FormState> => {
    const text = CommentText.safeParse(word(form, 'text'))
    const known = z.uuid().safeParse(id)
    if (!text.success) return refused(form, text.error.issues[0]?.message)
    if (!known.success) return refused(form, COMMENT_REFUSALS['not-found'])
    const outcome = await comments.editComment(actor, event, code, { id: known.data, text: text.data }, new Date())
    if (!outcome.ok) return refused(form, COMMENT_REFUSALS[outcome.reason])
    return comeBack(event.slug, code, place)
  },
)

type Place = 'review' | 'proposals'

function comeBack(slug: string, code: string, place: Place): never {
  const folder = place === 'review' ? 'review' : 'proposals'
  redirect(`/admin/events/${slug}/${folder}/${encodeURIComponent(code)}?said=1#thread`)
}

function refused(form: FormData, message = 'Something is not as it must be.'): FormState {
  return { values: { text: word(form, 'text'), key: word(form, 'key') }, errors: { text: message } }
}
