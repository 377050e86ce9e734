'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { eventAction } from '@/features/access/gate'
import type { AuthorizedEvent } from '@/features/access/queries'
import type { FormState } from '@/features/access/schema'
import * as settings from '../commands/settings'
import { CriterionInput, roundInput, SETTINGS_REFUSALS } from '../schema/settings'

export const saveRound = eventAction(
  'saveRound',
  async (actor, event, id: string | null, _: FormState, form: FormData): Promise<FormState> => {
    const values = typed(form)
    const input = roundInput(event.timeZone).safeParse(values)
    if (!input.success) return refused(values, input.error)
    return answer(event, values, await settings.saveRound(actor, event, target(id, values), input.data))
  },
)

export const saveCriterion = eventAction(
  'saveCriterion',
  async (actor, event, id: string | null, _: FormState, form: FormData): Promise<FormState> => {
    const values = typed(form)
    const input = CriterionInput.safeParse(values)
    if (!input.success) return refused(values, input.error)
    return answer(event, values, await settings.saveCriterion(actor, event, target(id, values), input.data))
  },
)

export const removeRound = eventAction('removeRound', async (actor, event, id: string): Promise<void> => {
  comeBack(event, await settings.removeRound(actor, event, known(id)), 'removed')
})

export const removeCriterion = eventAction('removeCriterion', async (actor, event, id: string): Promise<void> => {
  comeBack(event, await settings.removeCriterion(actor, event, known(id)), 'removed')
})

/** An id as it came from the page, or one that nothing has. */
const known = (id: unknown) => z.uuid().catch('00000000-0000-0000-0000-000000000000').parse(id)
const target = (id: unknown, { version }: Record<string, string>) => ({
  id: id === null ? null : known(id),
  version: Number(version) || 0,
})

function typed(form: FormData): Record<string, string> {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts.filter(([name]) => !name.startsWith('$')))
}

function refused(values: Record<string, string>, error: z.ZodError): FormState {
  const fields = error.issues.map(({ path, message }) => [String(path[0] ?? ''), message])
  return { values, errors: Object.fromEntries(fields) }
}

function answer(event: AuthorizedEvent, values: Record<string, string>, outcome: settings.SettingsResult): FormState {
  if (outcome.ok) return comeBack(event, outcome, 'saved')
  const [field, message] = SETTINGS_REFUSALS[outcome.reason]
  return { values, errors: { [field]: message } }
}

function comeBack(event: AuthorizedEvent, outcome: settings.SettingsResult, done: string): never {
  const says = outcome.ok ? `done=${done}` : `problem=${outcome.reason}`
  redirect(`/admin/events/${event.slug}/settings/review?${says}`)
}
