'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { eventAction } from '@/features/access/gate'
import type { AuthorizedEvent } from '@/features/access/queries'
import { Slug } from '@/lib/slug'
import * as calls from './commands/call'
import * as codes from './commands/codes'
import { copyFrom } from './commands/copy'
import * as questions from './commands/questions'
import { getCallSettings } from './queries/settings'
import { CALL_REFUSALS, conditionSentence, QUESTION_REFUSALS } from './rules/refusals'
import { CallForm, CodeForm, momentsOf, readCallForm } from './schema/call-form'
import {
  errorsByField,
  FRESH,
  momentOf,
  QuestionForm,
  questionOf,
  readQuestionForm,
  type SettingsState,
  typedValues,
} from './schema/forms'

export const saveQuestion = eventAction(
  'saveQuestion',
  async (actor, event, key: string | null, _: SettingsState, form: FormData): Promise<SettingsState> => {
    const again = { ...FRESH, values: typedValues(form) }
    const parsed = QuestionForm.safeParse(readQuestionForm(form))
    if (!parsed.success) return { ...again, errors: errorsByField(parsed.error) }
    const made = questionOf(parsed.data, key ?? '', event.timeZone)
    if (!made.ok) return { ...again, errors: made.errors }
    const version = Number(form.get('version'))
    const outcome = await questions.saveQuestion(actor, event, { key, version, question: made.question })
    if (outcome.ok) backToForm(event, { done: key ? 'changed' : 'added', key: outcome.key })
    if (outcome.reason === 'conditions')
      return { ...again, errors: { conditions: conditionSentence(outcome.problem, outcome.label) } }
    if (outcome.reason === 'option-chosen')
      return {
        ...again,
        errors: { options: `“${outcome.label}” was chosen already: leave it in, or rename it as “value = words”` },
      }
    return { ...again, problem: QUESTION_REFUSALS[outcome.reason] }
  },
)

export const moveQuestion = eventAction('moveQuestion', async (actor, event, form: FormData): Promise<void> => {
  const facts = { ...identityOf(form), by: form.get('by') === 'up' ? (-1 as const) : (1 as const) }
  const outcome = await questions.moveQuestion(actor, event, facts)
  backToForm(event, outcome.ok ? { done: 'moved', key: outcome.key } : { problem: outcome.reason })
})

export const removeQuestion = eventAction('removeQuestion', async (actor, event, form: FormData): Promise<void> => {
  const outcome = await questions.removeQuestion(actor, event, identityOf(form))
  backToForm(event, outcome.ok ? { done: 'removed' } : { problem: outcome.reason })
})

export const copyForm = eventAction('copyForm', async (actor, event, form: FormData): Promise<void> => {
  const from = Slug.safeParse(form.get('from'))
  const outcome = from.success ? await copyFrom(actor, event, from.data) : ({ ok: false, reason: 'not-found' } as const)
  backToForm(event, outcome.ok ? { done: 'copied', count: String(outcome.questions) } : { problem: 'no-source' })
})

function identityOf(form: FormData) {
  return { key: String(form.get('key') ?? ''), version: Number(form.get('version')) }
}

function backToForm(event: AuthorizedEvent, says: Record<string, string>): never {
  redirect(`/admin/events/${event.slug}/settings/form?${new URLSearchParams(says)}`)
}

export const saveCall = eventAction(
  'saveCall',
  async (actor, event, kind: string | null, _: SettingsState, form: FormData): Promise<SettingsState> => {
    const again = { ...FRESH, values: typedValues(form) }
    const parsed = CallForm.safeParse(readCallForm(form))
    if (!parsed.success) return { ...again, errors: errorsByField(parsed.error) }
    if (kind === null && !parsed.data.kind && !parsed.data.name)
      return { ...again, errors: { name: 'Name this kind of proposals' } }
    const times = momentsOf(parsed.data, parsed.data.timeZone ?? event.timeZone)
    if (!times.ok) return { ...again, errors: times.errors }
    const facts = { kind, version: Number(form.get('version')), form: parsed.data, moments: times.moments }
    const outcome = await calls.saveCall(actor, event, facts)
    if (outcome.ok) redirect(`/admin/events/${event.slug}/settings/calls/${outcome.kind}?done=saved`)
    return { ...again, problem: CALL_REFUSALS[outcome.reason] }
  },
)

export const removeCall = eventAction('removeCall', async (actor, event, kind: string): Promise<void> => {
  const outcome = await calls.removeCall(actor, event, kind)
  const base = `/admin/events/${event.slug}/settings`
  redirect(
    outcome.ok ? `${base}?done=call-removed` : `${base}/calls/${encodeURIComponent(kind)}?problem=${outcome.reason}`,
  )
})

export const addCode = eventAction(
  'addCode',
  async (actor, event, kind: string, _: SettingsState, form: FormData): Promise<SettingsState> => {
    const again = { ...FRESH, values: typedValues(form) }
    const fields = ['note', 'mostUses', 'expiresAt'].map((name) => [name, String(form.get(name) ?? '')])
    const parsed = CodeForm.safeParse(Object.fromEntries(fields))
    if (!parsed.success) return { ...again, errors: errorsByField(parsed.error) }
    const call = await getCallSettings(event, kind)
    const expires = momentOf(parsed.data.expiresAt, call?.timeZone ?? event.timeZone)
    if ('error' in expires) return { ...again, errors: { expiresAt: expires.error } }
    const { note, mostUses } = parsed.data
    const outcome = await codes.addCode(actor, event, { kind, note, mostUses, expiresAt: expires.at })
    if (!outcome.ok) return { ...again, problem: CALL_REFUSALS[outcome.reason] }
    return { ...FRESH, done: `The code is ${outcome.code}. It stays in the list below.` }
  },
)

export const endCode = eventAction('endCode', async (actor, event, kind: string, form: FormData): Promise<void> => {
  const id = z.uuid().safeParse(form.get('id'))
  const outcome = id.success ? await codes.endCode(actor, event, { kind, id: id.data }, new Date()) : { ok: false }
  const says = outcome.ok ? 'done=code-ended' : 'problem=not-found'
  redirect(`/admin/events/${event.slug}/settings/calls/${encodeURIComponent(kind)}?${says}`)
})
