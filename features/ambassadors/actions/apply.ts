'use server'
import { redirect } from 'next/navigation'
import { action } from '@/features/access/gate'
import type { FormState } from '@/features/access/schema'
import * as apply from '../commands/apply'
import { confirmReference as confirm } from '../commands/references'
import { renewTerm as renew } from '../commands/terms'
import { Application, ApplicationDraft, REFUSALS, ReferenceWords } from '../schema'
import { MOST_REFERENCES } from '../schema/forms'

const HERE = '/sign-in?next=/ambassadors/apply'

/** The form's two buttons: keep it, or hand it in. */
export const saveApplication = action(
  'saveApplication',
  async (actor, _: FormState, form: FormData): Promise<FormState> => {
    if (actor.kind !== 'person') redirect(HERE)
    const values = Object.fromEntries(
      [...form].flatMap(([name, value]) => (typeof value === 'string' && !name.startsWith('$') ? [[name, value]] : [])),
    )
    const submit = form.get('do') === 'submit'
    const references = Array.from({ length: MOST_REFERENCES }, (_, index) => ({
      name: values[`reference-${index}-name`] ?? '',
      email: values[`reference-${index}-email`] ?? '',
    }))
    const parsed = (submit ? Application : ApplicationDraft).safeParse({ ...values, references })
    if (!parsed.success) {
      const errors = parsed.error.issues.map(({ path, message }) => [fieldOf(path), message])
      return { values, errors: Object.fromEntries(errors.reverse()) }
    }
    const outcome = await apply.saveApplication(actor, parsed.data, { submit })
    if (outcome.ok || outcome.reason === 'already-submitted')
      redirect(`/ambassadors/apply?done=${submit ? 'submitted' : 'saved'}`)
    const version = outcome.version === undefined ? {} : { version: String(outcome.version) }
    return { values: { ...values, ...version }, errors: { statement: REFUSALS[outcome.reason] ?? '' } }
  },
)

/** `references`, 0, `name` is the field `reference-0-name`. */
function fieldOf(path: PropertyKey[]): string {
  const [first, index, field] = path
  return first === 'references' && field !== undefined ? `reference-${String(index)}-${String(field)}` : String(first)
}

export const withdrawApplication = action('withdrawApplication', async (actor): Promise<void> => {
  if (actor.kind !== 'person') redirect(HERE)
  const outcome = await apply.withdrawApplication(actor)
  redirect(`/ambassadors/apply?${outcome.ok ? 'done=withdrawn' : 'problem=not-found'}`)
})

export const confirmReference = action(
  'confirmReference',
  async (_, token: string, __: FormState, form: FormData): Promise<FormState> => {
    const words = String(form.get('words') ?? '')
    const parsed = ReferenceWords.safeParse({ words })
    if (!parsed.success) return { values: { words }, errors: { words: parsed.error.issues[0]?.message ?? '' } }
    const outcome = await confirm(token, parsed.data.words)
    if (outcome.ok)
      return { values: { words }, errors: {}, done: 'Thank you. The ambassador team reads it with the application.' }
    return { values: { words }, errors: { words: 'This link does not count any more: the application is closed.' } }
  },
)

export const renewTerm = action('renewTerm', async (actor): Promise<void> => {
  if (actor.kind !== 'person') redirect('/sign-in?next=/me/ambassador')
  const outcome = await renew(actor)
  redirect(`/me/ambassador?${outcome.ok ? 'done=renewed' : `problem=${outcome.reason}`}`)
})
