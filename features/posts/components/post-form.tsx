'use client'
import { useActionState, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { Callout } from '@/components/callout'
import { ErrorSummary } from '@/components/error-summary'
import { SubmitButton } from '@/components/submit-button'
import { TextArea } from '@/components/text-area'
import { TextField } from '@/components/text-field'
import { KeptOffer, useKept } from '@/features/proposals/components/kept-offer'
import type { KeptTyping } from '@/features/proposals/components/kept-typing'
import { SaveStatus } from '@/features/proposals/components/save-status'
import { useSaving } from '@/features/proposals/components/use-saving'
import type { Preview } from '../queries/preview'
import type { Finding } from '../queries/views'
import { type PostForm as Form, LIMITS, type PostText, type Saved } from '../schema'
import { FindingList } from './finding-list'
import { OvertakenText } from './overtaken-text'
import styles from './post-form.module.css'
import { QuoteFields } from './quote-fields'
import { type PreviewWords, TextPreview } from './text-preview'

interface Props {
  send: (state: Form, form: FormData) => Promise<Form>
  save: (form: FormData) => Promise<Saved<Preview>>
  initial: Form
  preview: Preview
  /** Where this browser keeps what is typed. */
  place: string
  words: PreviewWords
}

/** A guest's text and how it will look. Works without a script; with one it saves and draws as one types. */
export function PostForm({ send, save, initial, preview: first, place, words }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [state, dispatch] = useActionState(send, initial)
  const [preview, setPreview] = useState(first)
  const [typed, setTyped] = useState<{ content: PostText; of: Form; generation: number }>({
    content: initial,
    of: state,
    generation: 0,
  })
  if (typed.of !== state) setTyped({ content: state, of: state, generation: typed.generation + 1 })
  const saving = useSaving(form, place, '', { save: saveAndDraw, state })
  const { current } = saving
  const version = Math.max(state.version, saving.version, current?.version ?? 0)
  const kept = useKept({ place, judge: (kept) => judgeKept(kept, initial), restore })

  async function saveAndDraw(data: FormData) {
    const outcome = await save(data)
    if (outcome.status === 'saved' && outcome.preview) setPreview(outcome.preview)
    return outcome
  }

  function restore({ fields }: KeptTyping) {
    const word = (name: string) => fields.find(([field]) => field === name)?.[1] ?? ''
    const content = { title: word('title'), summary: word('summary'), text: word('text') }
    setTyped({ content, of: state, generation: typed.generation + 1 })
    saving.saveSoon()
  }

  return (
    <div className={styles.desk}>
      <form
        ref={form}
        action={dispatch}
        onInput={saving.onInput}
        onSubmit={saving.beforeSending}
        className="stack"
        noValidate
      >
        <input type="hidden" name="version" value={version} readOnly />
        {/* What Enter in a field presses: the gentlest of the buttons. */}
        <button type="submit" name="intent" value="save" hidden tabIndex={-1} aria-hidden />
        <ErrorSummary title="Please look at this again" errors={state.errors} />
        {state.problem && Object.keys(state.errors).length === 0 && !current && (
          <Callout tone="caution" role="status" title={state.problem}>
            Your text is saved as it is below.
          </Callout>
        )}
        {current && <OvertakenText theirs={current} mine={typed.content} />}
        <KeptOffer kept={kept} />
        <Fields key={typed.generation} content={typed.content} errors={state.errors} />
        <QuoteFields
          quotes={preview.quotes}
          errors={state.errors}
          hint="Everybody whom you quote is asked before the text comes out, and sees only their words. Give their addresses if you have them."
        />
        <div className="cluster">
          <SubmitButton name="intent" value="send" size="large" pendingLabel="Handing it in …">
            Hand it in
          </SubmitButton>
          <Button type="submit" name="intent" value="save" size="large">
            Save
          </Button>
        </div>
        <SaveStatus status={saving.status} savedAt={saving.savedAt} />
      </form>
      <section className={styles.preview} aria-label="Preview">
        <h2 className={styles.kicker}>As readers will have it</h2>
        <FindingList findings={preview.problems} isDrawn={preview.tree !== null} goTo={putCursor} />
        <TextPreview preview={preview} words={words} />
      </section>
    </div>
  )
}

function Fields({ content, errors }: { content: PostText; errors: Form['errors'] }) {
  return (
    <>
      <TextField name="title" label="Title" defaultValue={content.title} error={errors.title} />
      <TextArea
        name="summary"
        label="Summary"
        hint="One or two sentences. They stand under the title, in lists and in feeds."
        rows={3}
        limit={LIMITS.summary}
        defaultValue={content.summary}
        error={errors.summary}
      />
      <TextArea
        name="text"
        label="Text"
        hint={
          <>
            Markdown. To quote somebody: <code>{'<Quote name="Ada Lima">'}</code>, their words on lines of their own,{' '}
            <code>{'</Quote>'}</code>. <a href="/writing">Everything that you can use</a>
          </>
        }
        rows={24}
        limit={LIMITS.text}
        defaultValue={content.text}
        error={errors.text}
      />
    </>
  )
}

/** Puts the cursor where something is wrong. */
function putCursor({ line, column }: Finding) {
  const field = document.getElementById('text')
  if (!(field instanceof HTMLTextAreaElement)) return
  const before = field.value.split('\n').slice(0, line - 1)
  const at = before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1
  field.focus()
  field.setSelectionRange(at, at)
}

/** Offered where it says something else than the server's text: never put back unasked. */
function judgeKept({ fields }: KeptTyping, initial: Form): 'offer' | null {
  const differs = fields.some(
    ([name, value]) => (name === 'title' || name === 'summary' || name === 'text') && value !== initial[name],
  )
  return differs ? 'offer' : null
}
