'use server'
import { notFound, redirect } from 'next/navigation'
import { action, eventAction } from '@/features/access/gate'
import { answerInvitation as answer } from '../commands/answer-invitation'
import * as offers from '../commands/handover'
import { fieldErrorsOf } from '../schema'
import { Successor } from '../schema/invitation'

/** Yes or no to an invitation: by the link of a mail, or signed in as the one who was asked. */
export const answerInvitation = action(
  'answerInvitation',
  async (actor, asked: { token: string } | { code: string }, form: FormData) => {
    const said = form.get('answer')
    const page =
      'token' in asked
        ? `/invitations/${encodeURIComponent(String(asked.token))}`
        : `/me/proposals/${encodeURIComponent(String(asked.code))}`
    if (said !== 'accepted' && said !== 'declined') redirect(page)
    const outcome = await answer(
      actor,
      'token' in asked ? { token: String(asked.token) } : { code: String(asked.code) },
      said,
      new Date(),
    )
    if (!outcome.ok && outcome.reason === 'signed-out') redirect(`/sign-in?next=${encodeURIComponent(page)}`)
    if (!outcome.ok) redirect(`${page}?problem=${outcome.reason}`)
    if (said === 'declined') redirect('/invitations/answered')
    redirect(`/me/proposals/${outcome.code}?done=${outcome.kind === 'handover' ? 'handed-over' : 'joined'}`)
  },
)

export interface OfferState {
  values: { name: string; email: string }
  errors: Record<string, string>
}

/** Offers a proposal to whom it was written for. */
export const handOver = eventAction(
  'handOver',
  async (actor, event, code: string, _: OfferState, form: FormData): Promise<OfferState> => {
    const values = { name: String(form.get('name') ?? ''), email: String(form.get('email') ?? '') }
    const to = Successor.safeParse(values)
    if (!to.success)
      return { values, errors: Object.fromEntries(fieldErrorsOf(to.error).map(({ path, message }) => [path, message])) }
    const outcome = await offers.handOver(actor, event, code, to.data, new Date())
    if (outcome.ok) redirect(`${pageOf(code)}?done=invited`)
    if (outcome.reason === 'yourself') return { values, errors: { email: 'That is your own address' } }
    notFound()
  },
)

export const takeHandoverBack = eventAction('takeHandoverBack', async (actor, event, code: string) => {
  const outcome = await offers.takeHandoverBack(actor, event, code)
  redirect(outcome.ok ? `${pageOf(code)}?done=taken-back` : pageOf(code))
})

export const inviteAgain = eventAction('inviteAgain', async (actor, event, code: string, email: string) => {
  const outcome = await offers.inviteAgain(actor, event, code, String(email), new Date())
  redirect(outcome.ok ? `${pageOf(code)}?done=invited` : pageOf(code))
})

const pageOf = (code: string) => `/me/proposals/${encodeURIComponent(String(code).toUpperCase())}`
