'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { eventAction } from '@/features/access/gate'
import type { FormState } from '@/features/access/schema'
import { addPair, changePairs } from './commands/pairs'
import { applyPlan, cancelPlan, requestPlan } from './commands/plan'
import { saveWish, setLoads } from './commands/wishes'
import { LoadInput, PAIR_REFUSALS, PLAN_REFUSALS, PlanSettings, WishInput } from './schema'

const word = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
const back = (slug: string, says: Record<string, string>, to = 'assignments'): never =>
  redirect(`/admin/events/${slug}/${to}?${new URLSearchParams(says)}`)

/** Has a plan worked out; the page then says how far it is. */
export const planAssignments = eventAction(
  'planAssignments',
  async (actor, event, _: FormState, form: FormData): Promise<FormState> => {
    const values = Object.fromEntries(
      ['reviewsPerProposal', 'reviewerLoad', 'fairness'].map((name) => [name, word(form, name)]),
    )
    const settings = PlanSettings.safeParse(values)
    if (!settings.success) return { values, errors: errorsOf(settings.error) }
    const outcome = await requestPlan(actor, event, settings.data, new Date())
    if (!outcome.ok) return { values, errors: { reviewsPerProposal: PLAN_REFUSALS[outcome.reason] } }
    return redirect(`/admin/events/${event.slug}/assignments`)
  },
)

export const cancelAssignmentPlan = eventAction('cancelAssignmentPlan', async (actor, event, id: string) => {
  await cancelPlan(actor, event, idOf(id), new Date())
  back(event.slug, { done: 'cancelled' })
})

export const applyAssignments = eventAction('applyAssignments', async (actor, event, id: string) => {
  const outcome = await applyPlan(actor, event, idOf(id), new Date())
  if (!outcome.ok) back(event.slug, { problem: outcome.reason })
  else back(event.slug, { done: 'applied', added: String(outcome.added), removed: String(outcome.removed) })
})

/** Boxes named `pair` hold `CODE REVIEWER`; `intent` says what becomes of them. */
export const changeAssignments = eventAction('changeAssignments', async (actor, event, form: FormData) => {
  const pairs = form.getAll('pair').flatMap((value) => {
    const [code = '', reviewerId = ''] = String(value).split(' ')
    return [{ code, reviewerId }]
  })
  const change = z.enum(['lock', 'unlock', 'remove']).safeParse(form.get('intent'))
  if (!change.success || pairs.length === 0) return back(event.slug, { problem: 'none' })
  const outcome = await changePairs(actor, event, pairs, change.data)
  return back(event.slug, outcome.ok ? { done: change.data } : { problem: outcome.reason })
})

export const addAssignment = eventAction(
  'addAssignment',
  async (actor, event, _: FormState, form: FormData): Promise<FormState> => {
    const values = { code: word(form, 'code').trim(), reviewer: word(form, 'reviewer') }
    const outcome = await addPair(actor, event, { code: values.code, reviewerId: idOf(values.reviewer) }, new Date())
    if (outcome.ok) return { values: {}, errors: {}, done: 'Given, and locked: no plan takes it away.' }
    const field = outcome.reason === 'not-found' ? 'code' : 'reviewer'
    return { values, errors: { [field]: PAIR_REFUSALS[outcome.reason] } }
  },
)

export const setReviewerLoads = eventAction('setReviewerLoads', async (actor, event, form: FormData) => {
  const typed = [...form.entries()].flatMap(([name, value]) =>
    name.startsWith('load-') ? [[name.slice('load-'.length), value]] : [],
  )
  const loads = LoadInput.safeParse(Object.fromEntries(typed))
  if (!loads.success) return back(event.slug, { problem: 'loads' })
  await setLoads(actor, event, loads.data)
  return back(event.slug, { done: 'loads' })
})

export const saveReviewerWish = eventAction(
  'saveReviewerWish',
  async (actor, event, _: FormState, form: FormData): Promise<FormState> => {
    const liking = [...form.entries()].flatMap(([name, value]) =>
      name.startsWith('like-') ? [[name.slice('like-'.length), value]] : [],
    )
    const values = { statedLoad: word(form, 'statedLoad') }
    const input = WishInput.safeParse({
      ...values,
      liking: Object.fromEntries(liking),
      languages: form.getAll('language'),
      version: word(form, 'version'),
    })
    if (!input.success) return { values, errors: errorsOf(input.error) }
    const outcome = await saveWish(actor, event, input.data)
    if (!outcome.ok)
      return {
        values,
        errors: { statedLoad: 'This was saved elsewhere, or a track or tag has gone meanwhile. Load the page again.' },
      }
    return redirect(`/admin/events/${event.slug}/review/preferences?done=saved`)
  },
)

const idOf = (text: string) => z.uuid().catch('00000000-0000-0000-0000-000000000000').parse(text)

function errorsOf(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map(({ path, message }) => [String(path[0]), message]))
}
