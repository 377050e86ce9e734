'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { eventAction } from '@/features/access/gate'
import { discardDrafts, editDraft as edit, restoreDrafts } from './commands/drafts'
import { DraftForm, type DraftState, Ids } from './schema'

export const editDraft = eventAction(
  'editDraft',
  async (actor, event, id: string, _: DraftState, form: FormData): Promise<DraftState> => {
    const values = { subject: String(form.get('subject') ?? ''), text: String(form.get('text') ?? '') }
    const parsed = DraftForm.safeParse(Object.fromEntries(form))
    if (!parsed.success) {
      const errors = parsed.error.issues.map(({ path, message }) => [String(path[0]), message])
      return { values, errors: Object.fromEntries(errors) }
    }
    const outcome = await edit(actor, event, z.uuid().catch('').parse(id) || NOBODY, parsed.data)
    if (!outcome.ok) return { values, errors: { text: PROBLEMS[outcome.reason] } }
    redirect(`/admin/events/${event.slug}/mail/${id}?done=saved`)
  },
)

const NOBODY = '00000000-0000-0000-0000-000000000000'
const PROBLEMS = {
  'not-found': 'There is no such draft.',
  overtaken: 'Somebody has changed or sent this draft in the meantime. Copy what you need and open it anew.',
}

/** Discards the chosen drafts, or brings discarded ones back. */
export const putDraftsAside = eventAction('putDraftsAside', async (actor, event, form: FormData): Promise<void> => {
  const ids = Ids.parse(form.getAll('id'))
  const isBack = form.get('to') === 'draft'
  const count = isBack ? await restoreDrafts(actor, event, ids) : await discardDrafts(actor, event, ids)
  redirect(`/admin/events/${event.slug}/mail?state=${isBack ? 'draft' : 'discarded'}&moved=${count}`)
})
