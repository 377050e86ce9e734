import { Callout } from '@/components/callout'
import { SectionHead } from '@/components/page-header'
import { answersFor } from '@/features/calls/rules/visible'
import type { Question } from '@/features/calls/schema/question'
import { saveDraft, submitProposal, updateProposal } from '../actions'
import type { OwnProposal } from '../queries/own'
import type { Author } from '../rules/identity'
import { formOf, type TypedContent } from '../schema'
import { placeOf } from './kept-typing'
import type { FormChoices, FormPlace } from './proposal-fields'
import { type FormWords, ProposalForm } from './proposal-form'
import { ProposalText } from './proposal-text'

interface Props {
  proposal: OwnProposal
  choices: FormChoices
  /** What was typed in this browser before it had to sign in again. */
  kept: TypedContent | null
  facts: FormPlace
  author: Author | null
}

/** The form of a proposal that there is already: a draft saves itself, a submitted text is saved on purpose. */
export function OwnForm({ proposal, choices, kept, facts, author }: Props) {
  const { code, event, state, version, text, savedAt, aboutMe, accessCode } = proposal
  const isSubmitted = state === 'submitted'
  const { slug } = event
  return (
    <>
      <details>
        <summary>See it as reviewers read it</summary>
        <ProposalText proposal={asReviewersRead(proposal, choices.questions)} />
      </details>
      <SectionHead title={isSubmitted ? 'Change it' : 'Go on writing'} />
      {kept && (
        <Callout title="You typed this before you had to sign in again.">
          It is not saved yet: look at it, then press a button.
        </Callout>
      )}
      <ProposalForm
        send={(isSubmitted ? updateProposal : submitProposal).bind(null, slug, code)}
        save={isSubmitted ? null : saveDraft.bind(null, slug, code)}
        initial={formOf({ content: kept ?? { ...text, aboutMe, accessCode }, version })}
        place={placeOf(slug, code)}
        facts={facts}
        savedAt={savedAt}
        choices={choices}
        words={wordsFor(proposal)}
        author={author}
      />
    </>
  )
}

/** What of a proposal its reviewers get to read. */
export function asReviewersRead({ text, call, format, track, level }: OwnProposal, questions: Question[]) {
  const facts = { ...text, call: call.kind }
  const answers = answersFor(questions, 'proposal', text.answers, facts, 'reviewers')
  const { title, abstract, language } = text
  return { title, abstract, language, format, track, level, answers }
}

function wordsFor({ state, isCallOpen }: OwnProposal): FormWords {
  if (state === 'submitted') return { submit: 'Save the changes', pending: 'Saving …', save: null }
  const submit = state === 'withdrawn' ? 'Submit it again' : 'Submit the proposal'
  return { submit: isCallOpen ? submit : null, pending: 'Submitting …', save: 'Save as a draft' }
}
