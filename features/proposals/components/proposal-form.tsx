'use client'
import { useActionState, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { Callout } from '@/components/callout'
import { ErrorSummary } from '@/components/error-summary'
import { SubmitButton } from '@/components/submit-button'
import { FILE_PREFIX, PREFIXES } from '@/features/calls/rules/form'
import type { Author } from '../rules/identity'
import { type FormState, type SavedState, type TypedContent, withTypedFields } from '../schema'
import { IdentityNotice } from './identity-notice'
import { KeptOffer, useKept } from './kept-offer'
import type { KeptTyping } from './kept-typing'
import { Overtaken } from './overtaken'
import { type FormChoices, type FormPlace, ProposalFields } from './proposal-fields'
import { SaveStatus } from './save-status'
import { useSaving } from './use-saving'

interface Props {
  send: (state: FormState, form: FormData) => Promise<FormState>
  /** Saves in the background; null where there is nobody to save for, or nothing that may be half done. */
  save: ((form: FormData) => Promise<SavedState>) | null
  initial: FormState
  /** Where this browser keeps what is typed. */
  place: string
  facts: FormPlace
  /** When the server's text was saved; null where it has none. */
  savedAt: Date | null
  choices: FormChoices
  words: FormWords
  /** By what reviewers who read without names could recognise its author; null where they read names. */
  author: Author | null
}

/** What the buttons say. Without `submit` there is nothing to hand in to; without `save` nothing is kept half done. */
export interface FormWords {
  submit: string | null
  pending: string
  save: string | null
}

/** The proposal form. Works without a script; with one it saves as one types and brings back what was lost. */
export function ProposalForm({ send, save, initial, place, facts, savedAt, choices, words, author }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [state, dispatch] = useActionState(send, initial)
  const { shown, show } = useShown(state)
  const [key, setKey] = useState(state.key)
  const saving = useSaving(form, place, key, { save: useMemo(() => save && lightly(save), [save]), state })
  const kept = useKept({ place, savedAt, judge: (kept) => judgeKept(kept, initial), restore })
  const { current } = saving
  const version = Math.max(state.version, saving.version, current?.version ?? 0, shown.version)
  const errors = useMemo(
    () => state.errors.map(({ path, message }) => ({ field: fieldIdOf(path), message })),
    [state.errors],
  )

  function restore({ fields, key, version }: KeptTyping) {
    if (key) setKey(key)
    show(withTypedFields(fields), version)
    saving.onInput()
  }

  return (
    <form
      ref={form}
      action={dispatch}
      onInput={saving.onInput}
      onSubmit={saving.beforeSending}
      className="form-column"
      noValidate
    >
      <input type="hidden" name="key" value={key} readOnly />
      <input type="hidden" name="version" value={version} readOnly />
      {/* What Enter in a field presses: the gentlest of the buttons. */}
      <button type="submit" name="intent" value={words.save ? 'save' : 'send'} hidden tabIndex={-1} aria-hidden />
      <ErrorSummary title="Please look at this again" errors={errors} />
      {state.problem && errors.length === 0 && !state.current && (
        <Callout tone="caution" role="status" title={state.problem}>
          {state.saved
            ? 'Your text is not lost: it is saved as a draft.'
            : 'Your text is not lost: it is below, as you typed it.'}
        </Callout>
      )}
      {current && <Overtaken theirs={current} mine={shown.content} />}
      <KeptOffer kept={kept} title={titleOf} />
      <ProposalFields
        key={shown.generation}
        content={shown.content}
        errors={state.errors}
        choices={choices}
        place={facts}
      />
      {author && (
        <IdentityNotice key={`identity ${shown.generation}`} form={form} author={author} content={shown.content} />
      )}
      <div className="stack">
        <div className="cluster">
          {words.submit && (
            <SubmitButton name="intent" value="send" size="large" pendingLabel={words.pending}>
              {words.submit}
            </SubmitButton>
          )}
          {words.save && (
            <Button
              type="submit"
              name="intent"
              value="save"
              size="large"
              variant={words.submit ? 'secondary' : 'primary'}
            >
              {words.save}
            </Button>
          )}
        </div>
        <SaveStatus status={saving.status} savedAt={saving.savedAt} />
      </div>
    </form>
  )
}

/** The values in the fields: those of the last answer, or those that were put there since. */
function useShown(state: FormState) {
  const [seen, setSeen] = useState(state)
  const [shown, setShown] = useState({ content: state.content, version: 0, generation: 0 })
  const show = (content: TypedContent, version: number) =>
    setShown(({ generation }) => ({ content, version, generation: generation + 1 }))
  if (seen !== state) {
    setSeen(state)
    show(state.content, 0)
  }
  return { shown, show }
}

/** Put back into an empty form, offered beside a full one. */
function judgeKept({ fields }: KeptTyping, { content }: FormState): 'restore' | 'offer' | null {
  const kept = withTypedFields(fields)
  if (!hasText(kept) || JSON.stringify(kept) === JSON.stringify(content)) return null
  return hasText(content) ? 'offer' : 'restore'
}

const hasText = ({ title, abstract }: TypedContent) => Boolean(title || abstract)

const titleOf = ({ fields }: KeptTyping) => withTypedFields(fields).title || 'Without a title'

/** Files go up with the button that sends the form, not with every pause in typing. */
function lightly(save: NonNullable<Props['save']>): NonNullable<Props['save']> {
  return (form) => {
    for (const name of new Set(form.keys())) if (name.startsWith(FILE_PREFIX)) form.delete(name)
    return save(form)
  }
}

/** `speakers.0.email` is the field `speaker-0-email`, `answers.diet` is `answer-diet`. */
function fieldIdOf(path: string): string {
  return path
    .replace(/^speakers\.(\d+)\./, 'speaker-$1-')
    .replace(/^answers\./, PREFIXES.proposal)
    .replace(/^aboutMe\./, PREFIXES.speaker)
}
