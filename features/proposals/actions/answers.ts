'use server'
import { notFound, redirect } from 'next/navigation'
import { eventAction } from '@/features/access/gate'
import type { AuthorizedEvent } from '@/features/access/queries'
import { recommendProposal as recommend } from '../commands/decide'
import { confirmProposal, declineProposal } from '../commands/moves'
import * as commands from '../commands/promote'
import { Code, Decision } from '../schema'
import { PolicyForm, WaitlistOrder } from '../schema/policy'

/** How the event asks for answers. */
export const saveAnswerPolicy = eventAction('saveAnswerPolicy', async (actor, event, form: FormData): Promise<void> => {
  const parsed = PolicyForm.safeParse({ ...Object.fromEntries(form), silenceDeclines: form.has('silenceDeclines') })
  if (!parsed.success) back(event, 'answers', { problem: parsed.error.issues[0]?.message ?? 'Something is missing' })
  const outcome = await commands.saveAnswerPolicy(actor, event, parsed.data, new Date())
  back(event, 'answers', outcome.ok ? { done: 'saved' } : { problem: outcome.reason })
})

export const orderWaitlist = eventAction('orderWaitlist', async (actor, event, form: FormData): Promise<void> => {
  const places = [...form].flatMap(([name, place]) =>
    name.startsWith('place-') && place ? [{ code: name.slice(6), place }] : [],
  )
  const parsed = WaitlistOrder.safeParse(places)
  if (!parsed.success) back(event, 'answers', { problem: 'Places are whole numbers from 1' })
  await commands.orderWaitlist(actor, event, parsed.data)
  back(event, 'answers', { done: 'ordered' })
})

const MOVES = {
  promote: commands.promoteProposal,
  lapse: commands.lapseProposal,
  confirm: confirmProposal,
  decline: declineProposal,
} as const

/** What a chair does where a speaker has not answered, or waits for a place. */
export const answerForSpeaker = eventAction(
  'answerForSpeaker',
  async (actor, event, move: keyof typeof MOVES, code: string): Promise<void> => {
    if (!Object.hasOwn(MOVES, move) || !Code.safeParse(code).success) notFound()
    const outcome = await MOVES[move](actor, event, code, new Date())
    back(event, 'answers', outcome.ok ? { done: move } : { problem: outcome.reason })
  },
)

/** Says what one thinks should be decided; comes back to the page on which one said it. */
export const recommendProposal = eventAction(
  'recommendProposal',
  async (actor, event, code: string, from: 'proposals' | 'review', form: FormData): Promise<void> => {
    const decision = Decision.safeParse(form.get('decision'))
    const known = Code.safeParse(code)
    if (!known.success) notFound()
    const at = `${from === 'review' ? 'review' : 'proposals'}/${known.data}`
    if (!decision.success) back(event, at, { problem: 'invalid' })
    const outcome = await recommend(actor, event, { code: known.data, decision: decision.data }, new Date())
    if (!outcome.ok && (outcome.reason === 'not-found' || outcome.reason === 'conflict')) notFound()
    back(event, at, outcome.ok ? { done: 'recommended' } : { problem: outcome.reason })
  },
)

function back(event: AuthorizedEvent, place: string, says: Record<string, string>): never {
  redirect(`/admin/events/${event.slug}/${place}?${new URLSearchParams(says)}`)
}
