'use client'
import { useState } from 'react'
import { Select } from '@/components/select'
import { type FormChoices, ProposalFields } from '@/features/proposals/components/proposal-fields'
import { formOf } from '@/features/proposals/schema'
import type { Question } from '../schema/question'
import { QuestionFields } from './question-fields'

export type PreviewChoices = Omit<FormChoices, 'questions' | 'call'> & { calls: { value: string; label: string }[] }

type Props = { questions: Question[]; choices: PreviewChoices }

/** The speakers' own form, and the reviewers' questions, with nothing behind them. */
export function FormPreview({ questions, choices: { calls, ...choices } }: Props) {
  const [call, setCall] = useState(calls[0]?.value ?? 'talks')
  const [now] = useState(() => new Date())
  const { content } = formOf({})
  const facts = { call, format: null, track: null, level: null, language: 'en' }
  const accepted = questions.filter(({ isForAccepted }) => isForAccepted)
  const hasReviewers = questions.some(({ about }) => about === 'reviewer')
  return (
    <form
      className="form-column"
      onSubmit={(event) => event.preventDefault()}
      onChange={(event) => {
        if (event.target instanceof HTMLSelectElement && event.target.name === 'preview-call')
          setCall(event.target.value)
      }}
      noValidate
    >
      {calls.length > 1 && (
        <Select name="preview-call" label="Preview of the call" options={calls} defaultValue={call} />
      )}
      <ProposalFields
        content={content}
        errors={[]}
        choices={{ ...choices, questions, call }}
        place={{ isSignedIn: true, now, files: [], asksForCode: false }}
      />
      {accepted.length > 0 && (
        <fieldset className="stack">
          <legend>
            <strong>Once it is accepted</strong>
          </legend>
          {(['proposal', 'speaker'] as const).map((about) => (
            <QuestionFields
              key={about}
              questions={accepted}
              about={about}
              answers={{}}
              facts={{ ...facts, isAccepted: true }}
              errors={[]}
              path={about === 'speaker' ? 'aboutMe' : 'answers'}
              now={now}
            />
          ))}
        </fieldset>
      )}
      {hasReviewers && (
        <fieldset className="stack">
          <legend>
            <strong>In the review</strong>
          </legend>
          <QuestionFields
            questions={questions}
            about="reviewer"
            answers={{}}
            facts={facts}
            errors={[]}
            path="answers"
            now={now}
          />
        </fieldset>
      )}
    </form>
  )
}
