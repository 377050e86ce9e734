'use client'
import { type FormEvent, useActionState, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { Callout } from '@/components/callout'
import { ErrorSummary } from '@/components/error-summary'
import { SubmitButton } from '@/components/submit-button'
import type { Author } from '../rules/identity'
import { type FormState, type SavedState, type TypedContent, withTypedFields } from '../schema'
import { IdentityNotice } from './identity-notice'
import { forgetTyping, type KeptTyping, keptTyping } from './kept-typing'
import { Overtaken } from './overtaken'
import { type FormChoices, ProposalFields } from './proposal-fields'
import { SaveStatus } from './save-status'
import { useSaving } from './use-saving'

interface Props {
  send: (state: FormState, form: FormData) => Promise<FormState>
  /** Saves in the background; null where there is nobody to save for, or nothing that may be half done. */
  save: ((form: FormData) => Promise<SavedState>) | null
  initial: FormState
  /** Where this browser keeps what is typed. */
  place: string
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
export function ProposalForm({ send, save, initial, place, savedAt, choices, words, author }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [state, dispatch] = useActionState(send, initial)
  const { shown, show } = useShown(state)
  const [key, setKey] = useState(state.key)
  const saving = useSaving(form, place, key, { save, state })
  const kept = useKept(place, initial, savedAt, restore)
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

  async function beforeSending(event: FormEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent as SubmitEvent
    const underway = saving.settle()
    if (!underway) return
    event.preventDefault()
    await underway
    form.current?.requestSubmit(submitter)
  }

  return (
    <form
      ref={form}
      action={dispatch}
      onInput={saving.onInput}
      onSubmit={beforeSending}
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
      {kept.offered && <OfferKept kept={kept.offered} take={kept.take} drop={kept.drop} />}
      <ProposalFields key={shown.generation} content={shown.content} errors={state.errors} choices={choices} />
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

/** What this browser kept and the server does not have: put back into an empty form, offered beside a full one. */
function useKept(place: string, initial: FormState, savedAt: Date | null, restore: (kept: KeptTyping) => void) {
  const [offered, setOffered] = useState<KeptTyping | null>(null)
  const hasLooked = useRef(false)
  useEffect(() => {
    // Once: when the page is refreshed under its writer, the fields are theirs.
    if (hasLooked.current) return
    hasLooked.current = true
    const kept = keptTyping(place)
    if (!kept || kept.at <= (savedAt?.getTime() ?? 0)) return
    const content = withTypedFields(kept.fields)
    if (!hasText(content) || JSON.stringify(content) === JSON.stringify(initial.content)) return
    if (hasText(initial.content)) setOffered(kept)
    else restore(kept)
  }, [place, initial, savedAt, restore])
  return {
    offered,
    take: (kept: KeptTyping) => {
      setOffered(null)
      restore(kept)
    },
    drop: () => {
      forgetTyping(place)
      setOffered(null)
    },
  }
}

const hasText = ({ title, abstract }: TypedContent) => Boolean(title || abstract)

function OfferKept({ kept, take, drop }: { kept: KeptTyping; take: (kept: KeptTyping) => void; drop: () => void }) {
  const when = new Date(kept.at).toLocaleString('en-GB', { weekday: 'long', hour: '2-digit', minute: '2-digit' })
  return (
    <Callout
      role="status"
      title="This browser has kept a text of yours."
      actions={
        <>
          <Button variant="primary" onClick={() => take(kept)}>
            Go on with it
          </Button>
          <Button onClick={drop}>Throw it away</Button>
        </>
      }
    >
      “{withTypedFields(kept.fields).title || 'Without a title'}”, typed on {when} and not saved on the server.
    </Callout>
  )
}

/** `speakers.0.email` is the field `speaker-0-email`. */
function fieldIdOf(path: string): string {
  return path.replace(/^speakers\.(\d+)\./, 'speaker-$1-')
}
