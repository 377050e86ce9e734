'use server'
import { redirect } from 'next/navigation'
import { action } from '@/features/access/gate'
import type { Actor, FormState, Person } from '@/features/access/schema'
import * as review from '../commands/review'
import { NewConflict, NewDecision, NewVote, REFUSALS } from '../schema'
import { refused, typed } from '../schema/forms'

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

function person(actor: Actor): Person {
  if (actor.kind !== 'person') redirect('/sign-in?next=/admin/ambassadors')
  return actor
}

type Outcome = { ok: true } | { ok: false; reason: string }
function answer(number: number, form: FormData, done: string, outcome: Outcome): FormState {
  if (outcome.ok) redirect(`/admin/ambassadors/${number}?done=${done}`)
  return { values: typed(form), errors: { '': REFUSALS[outcome.reason] ?? outcome.reason } }
}
