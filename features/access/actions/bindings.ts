'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import * as bindings from '../commands/bindings'
import { action, eventAction } from '../gate'
import { type FormState, NewBinding, NewTeamBinding } from '../schema'

export const bindRole = action('bindRole', async (actor, _: FormState, form: FormData): Promise<FormState> => {
  const parsed = NewBinding.safeParse(Object.fromEntries(form))
  if (!parsed.success) return refused(form, parsed.error)
  if (actor.kind !== 'person') redirect('/sign-in?next=/admin/access')
  return bound(form, await bindings.bindRole(actor, null, parsed.data))
})

export const unbindRole = action('unbindRole', async (actor, form: FormData): Promise<void> => {
  if (actor.kind !== 'person') redirect('/sign-in?next=/admin/access')
  const outcome = await bindings.unbindRole(actor, null, idOf(form))
  redirect(`/admin/access?${outcome.ok ? 'done=removed' : `problem=${outcome.reason}`}`)
})

export const addToTeam = eventAction(
  'addToTeam',
  async (actor, event, _: FormState, form: FormData): Promise<FormState> => {
    const parsed = NewTeamBinding.safeParse(Object.fromEntries(form))
    if (!parsed.success) return refused(form, parsed.error)
    return bound(form, await bindings.bindRole(actor, event, parsed.data))
  },
)

export const removeFromTeam = eventAction('removeFromTeam', async (actor, event, form: FormData): Promise<void> => {
  const outcome = await bindings.unbindRole(actor, event, idOf(form))
  redirect(`/admin/events/${event.slug}/team?${outcome.ok ? 'done=removed' : `problem=${outcome.reason}`}`)
})

/** The id of the row, or one that no row has. */
function idOf(form: FormData): string {
  return z.uuid().catch('00000000-0000-0000-0000-000000000000').parse(form.get('id'))
}

function typed(form: FormData) {
  return { email: String(form.get('email') ?? ''), role: String(form.get('role') ?? '') }
}

function refused(form: FormData, error: z.ZodError): FormState {
  const fields = error.issues.map(({ path, message }) => [String(path[0]), message])
  return { values: typed(form), errors: Object.fromEntries(fields) }
}

function bound(form: FormData, outcome: Awaited<ReturnType<typeof bindings.bindRole>>): FormState {
  if (!outcome.ok) return { values: typed(form), errors: { email: 'This person has this role already.' } }
  return { values: {}, errors: {}, done: `${outcome.name} has the role now and is told by mail.` }
}
