'use server'
import { notFound, redirect } from 'next/navigation'
import { eventAction } from '@/features/access/gate'
import { takeAnswerFiles } from '../commands/files'
import { saveLaterAnswers as save } from '../commands/later'
import { Code, fieldErrorsOf, ProposalTyped, readProposalForm } from '../schema'
import { fileErrorsOf } from '../schema/files'
import type { LaterState } from '../schema/later'
import { REFUSALS } from '../table'

const Typed = ProposalTyped.pick({ answers: true, aboutMe: true })

/** Saves what a speaker answers once the text of their proposal stands. */
export const saveLaterAnswers = eventAction(
  'saveLaterAnswers',
  async (actor, event, code: string, _: LaterState, form: FormData): Promise<LaterState> => {
    const known = Code.safeParse(code)
    if (!known.success) notFound()
    const { content, files, version } = readProposalForm(form)
    const again = (says: Partial<LaterState>): LaterState => {
      const { answers, aboutMe } = content
      return { answers, aboutMe, version, errors: [], problem: null, current: [], ...says }
    }
    const refused = await takeAnswerFiles(actor, event, content, files, new Date())
    if (refused.length > 0) return again({ errors: fileErrorsOf(refused) })
    const parsed = Typed.safeParse(content)
    if (!parsed.success) return again({ errors: fieldErrorsOf(parsed.error) })
    const outcome = await save(actor, event, known.data, { ...parsed.data, version }, new Date())
    if (outcome.ok) redirect(`/me/proposals/${known.data}/answers?done=${outcome.missing > 0 ? 'some' : 'saved'}`)
    if (outcome.reason === 'not-found') notFound()
    if (outcome.reason === 'incomplete') return again({ errors: outcome.errors })
    if (outcome.reason === 'overtaken')
      return again({ version: outcome.version, problem: REFUSALS.overtaken, current: outcome.current })
    return again({ problem: REFUSALS.frozen })
  },
)
