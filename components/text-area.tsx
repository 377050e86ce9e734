import type { ComponentProps } from 'react'
import { CharacterCounter, type CounterWords } from './character-counter'
import { describe, Field, type FieldProps } from './field'
import styles from './field.module.css'

type Props = FieldProps &
  Pick<ComponentProps<'textarea'>, 'autoComplete' | 'defaultValue' | 'placeholder' | 'readOnly' | 'spellCheck'> & {
    rows?: number
    /** Characters. The counter says how many are left; nothing that is typed is cut off. */
    limit?: number
    counterWords?: CounterWords
  }

export function TextArea({ label, note, hint, error, className, rows = 5, limit, counterWords, ...input }: Props) {
  const id = input.id ?? input.name
  return (
    <Field {...{ id, label, note, hint, error, className }}>
      <textarea
        className={styles.control}
        rows={rows}
        style={{ '--rows': rows }}
        {...input}
        id={id}
        {...describe(id, { hint, error }, limit !== undefined && `${id}-counter`)}
      />
      {limit !== undefined && (
        <CharacterCounter
          id={`${id}-counter`}
          of={id}
          limit={limit}
          used={String(input.defaultValue ?? '').length}
          {...(counterWords ? { words: counterWords } : {})}
        />
      )}
    </Field>
  )
}
