'use client'
import { useActionState, useMemo } from 'react'
import { Callout } from '@/components/callout'
import { ErrorSummary } from '@/components/error-summary'
import { SubmitButton } from '@/components/submit-button'
import type { FileFacts } from '@/features/calls/components/question-field'
import { QuestionFields } from '@/features/calls/components/question-fields'
import { PREFIXES } from '@/features/calls/rules/form'
import type { FormFacts, Question } from '@/features/calls/schema/question'
import type { LaterState } from '../schema/later'

interface Props {
  action: (state: LaterState, form: FormData) => Promise<LaterState>
  initial: LaterState
  questions: Question[]
  facts: FormFacts
  files: FileFacts[]
  now: Date
}

/** The questions that a speaker can answer once the text of their proposal stands. */
export function LaterForm({ action, initial, questions, facts, files, now }: Props) {
  const [state, submit] = useActionState(action, initial)
  const { errors, problem, current } = state
  const summary = useMemo(
    () =>
      errors.map(({ path, message }) => ({
        field: path.replace(/^answers\./, PREFIXES.proposal).replace(/^aboutMe\./, PREFIXES.speaker),
        message,
      })),
    [errors],
  )
  const asked = { questions, facts, errors, files, now }
  const has = (about: Question['about']) => questions.some((question) => question.about === about)
  return (
    <form action={submit} className="form-column" noValidate>
      <input type="hidden" name="version" value={state.version} readOnly />
      <ErrorSummary title="Please look at this again" errors={summary} />
      {problem && (
        <Callout tone="caution" role="status" title={problem}>
          What you typed is below. Save it again to answer so all the same.
          {current.length > 0 && (
            <ul>
              {current.map(({ label, answer }) => (
                <li key={label}>
                  {label}: {answer}
                </li>
              ))}
            </ul>
          )}
        </Callout>
      )}
      {has('proposal') && (
        <fieldset className="stack">
          <legend>
            <strong>About the proposal</strong>
          </legend>
          <QuestionFields {...asked} about="proposal" path="answers" answers={state.answers} />
        </fieldset>
      )}
      {has('speaker') && (
        <fieldset className="stack">
          <legend>
            <strong>About you</strong>
          </legend>
          <QuestionFields {...asked} about="speaker" path="aboutMe" answers={state.aboutMe} />
        </fieldset>
      )}
      <div>
        <SubmitButton pendingLabel="Saving …">Save my answers</SubmitButton>
      </div>
    </form>
  )
}
