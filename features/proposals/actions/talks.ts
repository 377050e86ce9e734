'use server'
import { notFound, redirect } from 'next/navigation'
import { eventAction } from '@/features/access/gate'
import { Slug } from '@/lib/slug'
import { proposeAgain as again } from '../commands/again'
import { moveToCall as move } from '../commands/move-to-call'
import { forgetNeeds, refreshSnapshot as refresh, saveNeeds } from '../commands/needs'
import { Code, fieldErrorsOf } from '../schema'
import { MOST_TIMES, Needs, readTimes, type TypedTime } from '../schema/needs'

/** Makes a talk a draft for another call, and leads to it. */
export const proposeAgain = eventAction('proposeAgain', async (actor, event, code: string, kind: string) => {
  const outcome = await again(actor, event, { code: String(code), kind: String(kind) }, new Date())
  if (!outcome.ok) notFound()
  redirect(`/me/proposals/${outcome.code}?done=again`)
})

export interface NeedsState {
  times: TypedTime[]
  needs: { accessibility: string; travel: string; purgeOn: string }
  errors: Record<string, string>
  saved: boolean
}

/** Saves when a speaker cannot and what they need, for one event. */
export const saveSpeakerNeeds = eventAction(
  'saveSpeakerNeeds',
  async (actor, event, _: NeedsState, form: FormData): Promise<NeedsState> => {
    const word = (name: string) => String(form.get(name) ?? '')
    const times = Array.from({ length: MOST_TIMES }, (_, place) => ({
      from: word(`from-${place}`),
      to: word(`to-${place}`),
    }))
    const needs = { accessibility: word('accessibility'), travel: word('travel'), purgeOn: word('purgeOn') }
    const typed = { times, needs }
    const [read, parsed] = [readTimes(times, event.timeZone), Needs.safeParse(needs)]
    const problems = parsed.success ? [] : fieldErrorsOf(parsed.error).map(({ path, message }) => [path, message])
    if (!read.ok || !parsed.success)
      return { ...typed, saved: false, errors: { ...(read.ok ? {} : read.errors), ...Object.fromEntries(problems) } }
    const outcome = await saveNeeds(actor, event, { times: read.times, needs: parsed.data }, new Date())
    if (!outcome.ok) notFound()
    return { ...typed, saved: true, errors: {} }
  },
)

export const forgetSpeakerNeeds = eventAction('forgetSpeakerNeeds', async (actor, event) => {
  await forgetNeeds(actor, event)
  redirect(`/me/events/${event.slug}?done=forgotten`)
})

export const refreshSnapshot = eventAction('refreshSnapshot', async (actor, event) => {
  await refresh(actor, event, new Date())
  redirect(`/me/events/${event.slug}?done=refreshed`)
})

/** Moves a draft to another call of its event. */
export const moveToCall = eventAction('moveToCall', async (actor, event, code: string, kind: string): Promise<void> => {
  const known = Code.safeParse(code)
  const to = Slug.safeParse(kind)
  if (!known.success || !to.success) notFound()
  const outcome = await move(actor, event, { code: known.data, kind: to.data }, new Date())
  if (outcome.ok) redirect(`/me/proposals/${known.data}?done=moved`)
  if (outcome.reason === 'not-found') notFound()
  redirect(`/me/proposals/${known.data}/move?${new URLSearchParams({ problem: outcome.reason })}`)
})
