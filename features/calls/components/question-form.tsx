'use client'
import { useActionState, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { Callout } from '@/components/callout'
import { Checkbox } from '@/components/checkbox'
import { DateTimeField } from '@/components/date-time-field'
import { ErrorSummary } from '@/components/error-summary'
import { SectionHead } from '@/components/page-header'
import { NativeSelect, Select } from '@/components/select'
import { SubmitButton } from '@/components/submit-button'
import { TextArea } from '@/components/text-area'
import { TextField } from '@/components/text-field'
import { QuestionForm as Form, FRESH, questionOf, readQuestionForm, type SettingsState } from '../schema/forms'
import type { Question } from '../schema/question'
import { ABOUTS, AUDIENCES, CONDITION_PLACES, type ConditionGroup, KINDS, UNITS } from './builder-words'
import { FormPreview, type PreviewChoices } from './form-preview'
import styles from './question-form.module.css'

interface Props {
  action: (state: SettingsState, form: FormData) => Promise<SettingsState>
  /** The question that is changed; null: a new one. */
  question: Question | null
  values: Record<string, string[]>
  questions: Question[]
  conditions: ConditionGroup[]
  calls: { value: string; label: string }[]
  choices: PreviewChoices
  version: number
  /** The event's: its dates are written and shown on this clock. */
  timeZone: string
  zoneName: string
}

/** Writes one question, with the whole form as speakers would see it beside. */
export function QuestionForm({ action, question, questions, version, timeZone, zoneName, ...props }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [state, submit] = useActionState(action, { ...FRESH, values: props.values })
  const [typed, setTyped] = useState<Question | null>(question)
  const { values, errors } = state
  const value = (name: string) => values[name]?.[0] ?? ''
  const field = (name: string) => ({ name, id: `q-${name}`, error: errors[name] })
  const places = [...(values.conditions ?? []).filter(Boolean), ...CONDITION_PLACES].slice(0, 8)
  const preview = typed
    ? question
      ? questions.map((each) => (each.key === question.key ? typed : each))
      : [...questions, typed]
    : questions

  function look() {
    if (!form.current) return
    const parsed = Form.safeParse(readQuestionForm(new FormData(form.current)))
    const made = parsed.success ? questionOf(parsed.data, question?.key ?? 'new-question', timeZone) : null
    if (made?.ok) setTyped(made.question)
  }

  return (
    <div className={styles.desk}>
      <form ref={form} action={submit} onInput={look} className="form-column" noValidate>
        <input type="hidden" name="version" value={version} />
        <ErrorSummary title="The question was not saved" errors={errors} prefix="q-" />
        {state.problem && <Callout tone="caution" role="status" title={state.problem} />}
        <TextField {...field('label')} label="Question" defaultValue={value('label')} autoComplete="off" required />
        <TextArea {...field('help')} label="Help" note="optional" rows={2} defaultValue={value('help')} />
        <div className="form-pair">
          <Select {...field('about')} label="Who answers" options={ABOUTS} defaultValue={value('about')} />
          <Select {...field('kind')} label="Kind of answer" options={KINDS} defaultValue={value('kind')} />
          <Select {...field('audience')} label="Who reads it" options={AUDIENCES} defaultValue={value('audience')} />
          <Select
            {...field('call')}
            label="In which call"
            empty="In all of them"
            options={props.calls}
            defaultValue={value('call')}
          />
        </div>
        <TextArea
          {...field('options')}
          label="Choices"
          note="for a choice"
          hint="One a line. To rename one that was chosen already, write it as “value = new words”."
          rows={4}
          defaultValue={value('options')}
        />
        <div className="form-pair">
          <TextField
            {...field('limit')}
            label="At most"
            note="for a text"
            inputMode="numeric"
            defaultValue={value('limit')}
          />
          <Select {...field('limitUnit')} label="Counted in" options={UNITS} defaultValue={value('limitUnit')} />
          <TextField
            {...field('min')}
            label="The least"
            note="for a number"
            inputMode="decimal"
            defaultValue={value('min')}
          />
          <TextField
            {...field('max')}
            label="The most"
            note="for a number"
            inputMode="decimal"
            defaultValue={value('max')}
          />
        </div>
        <Checkbox
          {...field('isRequired')}
          label="It must be answered"
          value="true"
          defaultChecked={value('isRequired') === 'true'}
        />
        <Checkbox
          {...field('isForAccepted')}
          label="Asked only of speakers whose proposal is accepted"
          value="true"
          defaultChecked={value('isForAccepted') === 'true'}
        />
        <div className="form-pair">
          <DateTimeField
            {...field('requiredFrom')}
            label="Must be answered from"
            note="optional"
            zone={zoneName}
            defaultValue={value('requiredFrom')}
          />
          <DateTimeField
            {...field('frozenFrom')}
            label="Can no longer be changed from"
            note="optional"
            zone={zoneName}
            defaultValue={value('frozenFrom')}
          />
        </div>
        <fieldset className="stack">
          <legend>
            <strong>Asked only where</strong>
          </legend>
          <p className="small muted">
            Several values of one thing: any of them will do. Different things: all of them must be so.
          </p>
          {places.map((chosen, place) => (
            <NativeSelect
              key={`${place}-${chosen}`}
              name="conditions"
              id={place === 0 ? 'q-conditions' : `q-conditions-${place}`}
              aria-label={`Condition ${place + 1}`}
              aria-invalid={errors.conditions ? true : undefined}
              empty={place === 0 ? 'Always' : 'No more'}
              options={props.conditions}
              defaultValue={chosen}
            />
          ))}
          {errors.conditions && <p className="small">{errors.conditions}</p>}
        </fieldset>
        <div className="cluster">
          <SubmitButton pendingLabel="Saving …">{question ? 'Save the question' : 'Add the question'}</SubmitButton>
          <Button type="reset" variant="quiet">
            As it was
          </Button>
        </div>
      </form>
      <section className={styles.preview} aria-label="Preview">
        <SectionHead title="As it will be asked" />
        <FormPreview questions={preview} choices={props.choices} />
      </section>
    </div>
  )
}
