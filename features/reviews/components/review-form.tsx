'use client'
import { useActionState, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { Callout } from '@/components/callout'
import { Checkbox } from '@/components/checkbox'
import { ErrorSummary } from '@/components/error-summary'
import { SubmitButton } from '@/components/submit-button'
import { TextArea } from '@/components/text-area'
import { QuestionFields } from '@/features/calls/components/question-fields'
import type { FormFacts, Question } from '@/features/calls/schema/question'
import type { CriterionFacts, ReviewFormState } from '../schema'
import styles from './review-form.module.css'
import { ScoreScale } from './score-scale'
import { useReviewKeys } from './use-review-keys'

interface Props {
  send: (state: ReviewFormState, form: FormData) => Promise<ReviewFormState>
  initial: ReviewFormState
  criteria: CriterionFacts[]
  mayAbstain: boolean
  /** What the event asks of reviewers, and what of this proposal decides which of it. */
  questions: Question[]
  facts: FormFacts
  isHandedIn: boolean
  previous: string | null
  next: string | null
}

/** Scores and remarks. With a script also by keys: digits, n, a, s, j, k; without one it is a form like any other. */
export function ReviewForm({
  send,
  initial,
  criteria,
  mayAbstain,
  questions,
  facts,
  isHandedIn,
  previous,
  next,
}: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [state, dispatch] = useActionState(send, initial)
  const [now] = useState(() => new Date())
  useReviewKeys(form, { previous, next })
  const errors = useMemo(
    () =>
      state.errors.map(({ path, message }) => ({
        field: path.replace(/^scores\./, 'score-').replace(/^answers\./, 'answer-'),
        message,
      })),
    [state.errors],
  )
  const { content, current } = state
  const errorOf = (path: string) => state.errors.find((error) => error.path === path)?.message
  return (
    <form ref={form} action={dispatch} className={styles.form} noValidate>
      <input type="hidden" name="version" value={state.version} readOnly />
      <button type="submit" name="intent" value="draft" hidden tabIndex={-1} aria-hidden />
      <ErrorSummary title="Something is still open" errors={errors} />
      {state.problem && errors.length === 0 && !current && (
        <Callout tone="caution" role="status" title={state.problem} />
      )}
      {state.isSaved && <Callout tone="positive" role="status" title="Kept for you. It counts once you hand it in." />}
      {current && <OtherReview current={current} criteria={criteria} />}
      {criteria.map((criterion) => (
        <ScoreScale
          key={`${criterion.slug} ${content.scores[criterion.slug]}`}
          criterion={criterion}
          score={content.scores[criterion.slug]}
          error={errorOf(`scores.${criterion.slug}`)}
        />
      ))}
      <TextArea
        name="forCommittee"
        label="For the committee"
        note="optional"
        hint="The speaker never reads this."
        rows={3}
        defaultValue={content.forCommittee}
        error={errorOf('forCommittee')}
      />
      <TextArea
        name="forSpeaker"
        label="For the speaker"
        note="optional"
        hint="Sent without your name, after the decision."
        rows={2}
        defaultValue={content.forSpeaker}
        error={errorOf('forSpeaker')}
      />
      <QuestionFields
        key={JSON.stringify(content.answers)}
        {...{ questions, facts }}
        about="reviewer"
        answers={content.answers}
        errors={state.errors}
        path="answers"
        now={now}
      />
      {(mayAbstain || content.abstain) && (
        <Checkbox
          name="abstain"
          label="I would rather not judge this one"
          defaultChecked={content.abstain}
          error={errorOf('abstain')}
        />
      )}
      <div className="cluster">
        <SubmitButton name="intent" value="submit" pendingLabel="Saving …">
          {isHandedIn ? 'Save and go on' : 'Hand in and go on'}
        </SubmitButton>
        <Button type="submit" name="intent" value="draft">
          Keep for later
        </Button>
      </div>
      <p className={`${styles.keys} small muted`}>
        <kbd>0</kbd>–<kbd>9</kbd> score, <kbd>n</kbd> note, <kbd>a</kbd> abstain, <kbd>s</kbd> save and go on,{' '}
        <kbd>j</kbd> <kbd>k</kbd> next and previous
      </p>
    </form>
  )
}

/** The same review as it was saved elsewhere, to choose from. */
function OtherReview({
  current,
  criteria,
}: {
  current: NonNullable<ReviewFormState['current']>
  criteria: CriterionFacts[]
}) {
  const scores = criteria.map(({ slug, name }) => `${name} ${current.scores[slug] ?? '—'}`).join(' · ')
  return (
    <Callout
      tone="caution"
      role="status"
      title="You have saved this review in another place meanwhile."
      actions={
        <>
          <Button type="submit" name="intent" value="draft" variant="primary">
            Save what is below
          </Button>
          <Button type="submit" name="intent" value="theirs">
            Take what was saved
          </Button>
        </>
      }
    >
      <p>{current.abstain ? 'There you abstain.' : scores}</p>
      {current.forCommittee && <p className={styles.saved}>For the committee: {current.forCommittee}</p>}
      {current.forSpeaker && <p className={styles.saved}>For the speaker: {current.forSpeaker}</p>}
    </Callout>
  )
}
