'use server'
import { redirect } from 'next/navigation'
import { eventAction } from '@/features/access/gate'
import { fieldErrorsOf } from '@/features/proposals/schema'
import { saveReview as save } from '../commands/save'
import { getNeighbours } from '../queries/queue'
import { REVIEW_REFUSALS } from '../rules'
import { type ReviewFormState, ReviewInput, readReviewForm } from '../schema'

/** The form of a review: keeps a draft, or hands it in and leads to the next proposal that waits. */
export const saveReview = eventAction(
  'saveReview',
  async (actor, event, code: string, state: ReviewFormState, form: FormData): Promise<ReviewFormState> => {
    const { version, intent, content } = readReviewForm(form)
    const { submit: _, ...typed } = content
    const shown = { ...state, content: typed, version, errors: [], problem: null, isSaved: false, current: null }
    if (intent === 'theirs' && state.current) return { ...shown, ...takeOver(state.current) }
    const input = ReviewInput.safeParse(content)
    if (!input.success) return { ...shown, errors: fieldErrorsOf(input.error), problem: REVIEW_REFUSALS.invalid }
    const outcome = await save(actor, event, code, { ...input.data, version }, new Date())
    if (!outcome.ok) {
      const { errors = [], current = null, reason } = outcome
      return { ...shown, version: current?.version ?? version, errors, current, problem: REVIEW_REFUSALS[reason] }
    }
    if (intent === 'draft') return { ...shown, version: outcome.version, isSaved: true }
    const { nextOpen } = await getNeighbours(event, actor, code)
    return redirect(`/admin/events/${event.slug}/review${nextOpen ? `/${nextOpen}?saved=${code}` : '?done=all'}`)
  },
)

function takeOver({
  version,
  scores,
  forCommittee,
  forSpeaker,
  answers,
  abstain,
}: NonNullable<ReviewFormState['current']>) {
  return { version, content: { scores, forCommittee, forSpeaker, answers, abstain } }
}
