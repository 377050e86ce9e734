'use server'
import { redirect } from 'next/navigation'
import { eventAction } from '@/features/access/gate'
import { marked, templateWords } from '@/features/mail/rules/template'
import { Ids } from '@/features/mail/schema'
import { releaseMail } from '../commands/release'
import * as templates from '../commands/templates'
import { TemplateForm, type TemplateState } from '../schema/template'

/** Sends the chosen drafts, announcing those that announce, and the chosen failed messages once more. */
export const sendMail = eventAction('sendMail', async (actor, event, form: FormData): Promise<void> => {
  const outcome = await releaseMail(actor, event, Ids.parse(form.getAll('id')), new Date())
  const says: Record<string, string> = outcome.ok
    ? { queued: String(outcome.count) }
    : { problem: outcome.reason, codes: outcome.refused.map(({ code }) => code).join(' ') }
  redirect(`/admin/events/${event.slug}/mail?${new URLSearchParams(says)}`)
})

/** Saves a template, or shows it with real data. */
export const saveTemplate = eventAction(
  'saveTemplate',
  async (actor, event, _: TemplateState, form: FormData): Promise<TemplateState> => {
    const values = { subject: String(form.get('subject') ?? ''), text: String(form.get('text') ?? '') }
    const parsed = TemplateForm.safeParse(Object.fromEntries(form))
    if (!parsed.success) {
      const errors = parsed.error.issues.map(({ path, message }) => [String(path[0]), message])
      return { values, errors: Object.fromEntries(errors), preview: null }
    }
    const dryRun = form.get('intent') === 'preview'
    const outcome = await templates.saveTemplate(actor, event, parsed.data, { dryRun, now: new Date() })
    if (!outcome.ok) return { values, errors: sentences(outcome), preview: null }
    if (dryRun) return { values, errors: {}, preview: outcome.preview ?? 'nobody' }
    const { kind, locale } = parsed.data
    redirect(`/admin/events/${event.slug}/mail/templates?kind=${kind}&locale=${locale}&done=saved`)
  },
)

export const resetTemplate = eventAction('resetTemplate', async (actor, event, form: FormData): Promise<void> => {
  const parsed = TemplateForm.pick({ kind: true, locale: true }).safeParse(Object.fromEntries(form))
  if (!parsed.success) redirect(`/admin/events/${event.slug}/mail/templates`)
  const { kind, locale } = parsed.data
  await templates.resetTemplate(actor, event, kind, locale)
  redirect(`/admin/events/${event.slug}/mail/templates?kind=${kind}&locale=${locale}&done=reset`)
})

type Refused = Extract<Awaited<ReturnType<typeof templates.saveTemplate>>, { ok: false }>

function sentences(refused: Refused): Record<string, string> {
  if (refused.reason === 'overtaken') return { text: 'Somebody has saved another text in the meantime: open it anew' }
  if (refused.reason === 'invalid')
    return Object.fromEntries(refused.problems.map(({ field, word, names }) => [field, templateWords(word, names)]))
  const some = refused.gaps.slice(0, 5).map(({ code, title, names }) => `${marked(names)} for “${title}” (${code})`)
  const more = refused.gaps.length - some.length
  return { text: `Would be empty: ${some.join('; ')}${more > 0 ? `; and for ${more} more` : ''}` }
}
