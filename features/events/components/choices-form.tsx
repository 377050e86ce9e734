'use client'
import { useActionState } from 'react'
import { Callout } from '@/components/callout'
import { Checkbox } from '@/components/checkbox'
import { ErrorSummary } from '@/components/error-summary'
import { SubmitButton } from '@/components/submit-button'
import { TextField } from '@/components/text-field'
import { FRESH, type SettingsState } from '@/features/calls/schema/forms'
import type { ChoiceKind } from '../schema/forms'
import styles from './settings.module.css'

interface Row {
  slug: string
  name: string
  minutes?: number
  color?: string | null
  capacity?: number | null
}

interface Props {
  action: (state: SettingsState, form: FormData) => Promise<SettingsState>
  kind: ChoiceKind
  /** One of them, as people say it. */
  word: string
  rows: Row[]
  version: number
}

/** What a list says of each line beside its name. */
const MORE: Partial<Record<ChoiceKind, { field: 'minutes' | 'color' | 'capacity'; label: string }>> = {
  format: { field: 'minutes', label: 'Minutes' },
  track: { field: 'color', label: 'Colour' },
  room: { field: 'capacity', label: 'Seats' },
}
const EMPTY_LINES = 2

/** One of an event's lists, all lines at once, with two empty ones at its end. */
export function ChoicesForm({ action, kind, word, rows, version }: Props) {
  const [{ values, errors, problem }, submit] = useActionState(action, FRESH)
  const more = MORE[kind]
  const lines: Row[] = [...rows, ...Array.from({ length: EMPTY_LINES }, () => ({ slug: '', name: '' }))]
  const id = (field: string, row: number) => `${kind}-${field}-${row}`
  const typed = (name: string, otherwise: string) => values[name]?.[0] ?? otherwise
  return (
    <form action={submit} className="stack" noValidate>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="rows" value={lines.length} />
      <ErrorSummary title="The list was not saved" errors={errors} prefix={`${kind}-`} />
      {problem && <Callout tone="caution" role="status" title={problem} />}
      {lines.map((line, row) => (
        <div key={line.slug || `new-${row}`} className={styles.row}>
          <input type="hidden" name={`slug-${row}`} value={line.slug} />
          <TextField
            name={`name-${row}`}
            id={id('name', row)}
            label={line.slug ? `Name (${line.slug})` : `Another ${word}`}
            defaultValue={typed(`name-${row}`, line.name)}
            error={errors[`name-${row}`]}
            autoComplete="off"
          />
          {more && (
            <TextField
              name={`${more.field}-${row}`}
              id={id(more.field, row)}
              label={more.label}
              defaultValue={typed(`${more.field}-${row}`, String(line[more.field] ?? ''))}
              error={errors[`${more.field}-${row}`]}
              autoComplete="off"
            />
          )}
          {line.slug && (
            <Checkbox
              name={`gone-${row}`}
              id={id('gone', row)}
              label="Take away"
              value="true"
              defaultChecked={values[`gone-${row}`]?.[0] === 'true'}
            />
          )}
        </div>
      ))}
      <div>
        <SubmitButton variant="secondary" pendingLabel="Saving …">
          Save the {word}s
        </SubmitButton>
      </div>
    </form>
  )
}
