'use server'
import { redirect } from 'next/navigation'
import { eventAction, personAction } from '@/features/access/gate'
import { errorsByField, FRESH, type SettingsState, typedValues } from '@/features/calls/schema/forms'
import { saveChoices as saveList } from './commands/choices'
import * as events from './commands/event'
import { ChoiceKind, ChoiceRow, EVENT_FIELDS, EventForm, NewEventForm, readChoices } from './schema/forms'

const REFUSALS: Record<events.EventRefusal, SettingsState['errors']> = {
  overtaken: {},
  'slug-taken': { slug: 'Another event has this address' },
  'acronym-taken': { acronym: 'Another event has this short name' },
  'no-such-parent': { parent: 'There is no such event to be a part of' },
  'parent-is-part': { parent: 'A part of an event has no parts of its own' },
  'language-in-use': { languages: 'A call offers a language that you have taken out' },
}
const OVERTAKEN = 'Somebody changed these settings in the meantime: load the page anew, then do it again.'

export const createEvent = personAction(
  'createEvent',
  async (actor, _: SettingsState, form: FormData): Promise<SettingsState> => {
    const again = { ...FRESH, values: typedValues(form) }
    const parsed = NewEventForm.safeParse(fieldsOf(form))
    if (!parsed.success) return { ...again, errors: errorsByField(parsed.error) }
    const outcome = await events.createEvent(actor, parsed.data)
    if (outcome.ok) redirect(`/admin/events/${outcome.slug}/settings?done=created`)
    return { ...again, errors: REFUSALS[outcome.reason] }
  },
)

export const saveEvent = eventAction(
  'saveEvent',
  async (actor, event, _: SettingsState, form: FormData): Promise<SettingsState> => {
    const again = { ...FRESH, values: typedValues(form) }
    const parsed = EventForm.safeParse(fieldsOf(form))
    if (!parsed.success) return { ...again, errors: errorsByField(parsed.error) }
    const outcome = await events.saveEvent(actor, event, Number(form.get('version')), parsed.data)
    if (outcome.ok) redirect(`/admin/events/${event.slug}/settings?done=saved`)
    if (outcome.reason === 'overtaken') return { ...again, problem: OVERTAKEN }
    return { ...again, errors: REFUSALS[outcome.reason] }
  },
)

export const saveChoices = eventAction(
  'saveChoices',
  async (actor, event, kind: string, _: SettingsState, form: FormData): Promise<SettingsState> => {
    const again = { ...FRESH, values: typedValues(form) }
    const list = ChoiceKind.safeParse(kind)
    if (!list.success) return { ...again, problem: 'There is no such list.' }
    const rows = readChoices(form).map((row) => ChoiceRow.safeParse(row))
    const errors = rows.flatMap(({ error }, row) =>
      Object.entries(error ? errorsByField(error) : {}).map(([field, message]) => [`${field}-${row}`, message]),
    )
    if (errors.length > 0) return { ...again, errors: Object.fromEntries(errors) }
    const facts = {
      kind: list.data,
      version: Number(form.get('version')),
      rows: rows.flatMap(({ data }) => data ?? []),
    }
    const outcome = await saveList(actor, event, facts)
    if (outcome.ok) redirect(`/admin/events/${event.slug}/settings?done=${list.data}s#${list.data}s`)
    if (outcome.reason === 'same-name')
      return { ...again, errors: { [`name-${outcome.row}`]: 'Another line has this name' } }
    if (outcome.reason === 'in-use')
      return {
        ...again,
        errors: { [`name-${outcome.row}`]: `It is in use (${outcome.count}): it cannot be taken away` },
      }
    return { ...again, problem: OVERTAKEN }
  },
)

function fieldsOf(form: FormData) {
  return Object.fromEntries([...EVENT_FIELDS, 'slug', 'acronym'].map((name) => [name, String(form.get(name) ?? '')]))
}
