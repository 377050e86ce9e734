'use server'
import { redirect } from 'next/navigation'
import { eventAction } from '@/features/access/gate'
import { setSlots } from './commands/slots'
import { PreviewInput, SlotsInput } from './schema'

/** Fields named `format-ID` and `track-ID`. */
export const saveSlots = eventAction('saveSlots', async (actor, event, form: FormData) => {
  const named = [...form.entries()].filter(([name]) => /^(format|track)-/.test(name))
  const slots = SlotsInput.safeParse(Object.fromEntries(named))
  const here = `/admin/events/${event.slug}/decisions`
  const isSet = slots.success && (await setSlots(actor, event, slots.data))
  return redirect(`${here}?${isSet ? 'done' : 'problem'}=slots`)
})

/** Leads to what a decision about the chosen would change; decides nothing. */
export const previewDecisions = eventAction('previewDecisions', async (_, event, form: FormData) => {
  const input = PreviewInput.safeParse({
    codes: form.getAll('code'),
    decision: form.get('decision'),
    reason: form.get('reason') ?? '',
  })
  const here = `/admin/events/${event.slug}/decisions`
  if (!input.success) return redirect(`${here}?problem=none`)
  const { codes, decision, reason } = input.data
  const says = new URLSearchParams({ would: decision, ...(reason ? { reason } : {}) })
  for (const code of codes) says.append('code', code)
  return redirect(`${here}?${says}`)
})
