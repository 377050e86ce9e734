'use server'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { action } from '@/features/access/gate'
import type { Actor, Person } from '@/features/access/schema'
import { findPersonId } from '@/features/people/queries/staff'
import * as review from '../commands/review'
import { endTerm as end } from '../commands/terms'
import { NewConflict, NewDecision, NewVote, REFUSALS } from '../schema'
import type { FormState } from '../schema/forms'

export const castVote = action(
  'castVote',
  async (actor, number: number, _: FormState, form: FormData): Promise<FormState> => {
    const parsed = NewVote.safeParse(Object.fromEntries(form))
    if (!parsed.success) return refused(form, parsed.error)
    return answer(number, form, 'voted', await review.castVote(person(actor), number, parsed.data))
  },
)

export const declareConflict = action(
  'declareConflict',
  async (actor, number: number, _: FormState, form: FormData): Promise<FormState> => {
    const parsed = NewConflict.safeParse({ reason: form.get('conflict') })
    if (!parsed.success) return { values: {}, errors: { conflict: parsed.error.issues[0]?.message ?? '' } }
    const outcome = await review.declareConflict(person(actor), number, parsed.data.reason)
    return answer(number, form, 'conflict', outcome)
  },
)

export const decideApplication = action(
  'decideApplication',
  async (actor, number: number, _: FormState, form: FormData): Promise<FormState> => {
    const parsed = NewDecision.safeParse(Object.fromEntries(form))
    if (!parsed.success) return refused(form, parsed.error)
    return answer(number, form, 'decided', await review.decideApplication(person(actor), number, parsed.data))
  },
)

export const endTerm = action('endTerm', async (actor, slug: string): Promise<void> => {
  const id = await findPersonId(slug)
  const outcome = id ? await end(person(actor), id) : { ok: false }
  redirect(`/admin/people/${slug}?${outcome.ok ? 'done=ended' : 'problem=no-term'}`)
})

function person(actor: Actor): Person {
  if (actor.kind !== 'person') redirect('/sign-in?next=/admin/ambassadors')
  return actor
}

function typed(form: FormData): Record<string, string> {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts.filter(([name]) => !name.startsWith('$')))
}

function refused(form: FormData, error: z.ZodError): FormState {
  const fields = error.issues.map(({ path, message }) => [String(path[0]), message])
  return { values: typed(form), errors: Object.fromEntries(fields) }
}

type Outcome = { ok: true } | { ok: false; reason: string }
function answer(number: number, form: FormData, done: string, outcome: Outcome): FormState {
  if (outcome.ok) redirect(`/admin/ambassadors/${number}?done=${done}`)
  return { values: typed(form), errors: { '': REFUSALS[outcome.reason] ?? outcome.reason } }
}
