'use server'
import { redirect } from 'next/navigation'
import { idAction, personAction } from '@/features/access/gate'
import type { FormState } from '@/features/access/schema'
import { findPeople } from '@/features/people/queries/staff'
import * as terms from '../commands/staff-terms'
import { refused, typed } from '../schema/forms'
import { NewAppointment, NewEnd, NewTermDays, TERM_REFUSALS } from '../schema/terms'

export const appointAmbassador = personAction(
  'appointAmbassador',
  async (actor, _: FormState, form: FormData): Promise<FormState> => {
    const parsed = NewAppointment.safeParse(Object.fromEntries(form))
    if (!parsed.success) return refused(form, parsed.error)
    const { person: words, ...appointment } = parsed.data
    const found = await findPeople(words)
    const [person, ...others] = found
    if (!person || others.length > 0)
      return { values: typed(form), errors: { person: person ? severalSay(found) : NOBODY } }
    return answer(form, 'appointed', await terms.appoint(actor, person.id, appointment))
  },
)
const NOBODY =
  'Nobody here has this name or address. Whoever is not here yet signs in once, or comes with an import of people'

function severalSay(found: { slug: string }[]): string {
  return `Several people have this name. Say which: ${found.map(({ slug }) => slug).join(' or ')}`
}

export const correctTerm = idAction(
  'correctTerm',
  async (actor, id: string, _: FormState, form: FormData): Promise<FormState> => {
    const parsed = NewTermDays.safeParse(Object.fromEntries(form))
    if (!parsed.success) return refused(form, parsed.error)
    return answer(form, 'corrected', await terms.correctTerm(actor, id, parsed.data))
  },
)

export const endTerm = idAction(
  'endTerm',
  async (actor, id: string, _: FormState, form: FormData): Promise<FormState> => {
    const parsed = NewEnd.safeParse(Object.fromEntries(form))
    if (!parsed.success) return refused(form, parsed.error)
    return answer(form, 'ended', await terms.endTerm(actor, id, parsed.data))
  },
)

export const restoreTerm = idAction(
  'restoreTerm',
  async (actor, id: string, _: FormState, form: FormData): Promise<FormState> =>
    answer(form, 'restored', await terms.restoreTerm(actor, id)),
)

export const takeTermBack = idAction(
  'takeTermBack',
  async (actor, id: string, _: FormState, form: FormData): Promise<FormState> => {
    const outcome = await terms.takeTermBack(actor, id)
    if (outcome.ok) redirect(`/admin/people/${outcome.slug}?done=taken-back`)
    return answer(form, '', outcome)
  },
)

type Outcome = { ok: true; termId: string } | { ok: false; reason: string }
function answer(form: FormData, done: string, outcome: Outcome): FormState {
  if (outcome.ok) redirect(`/admin/ambassadors/terms/${outcome.termId}?done=${done}`)
  const { field, says } = TERM_REFUSALS[outcome.reason] ?? { field: '', says: outcome.reason }
  return { values: typed(form), errors: { [field]: says } }
}
