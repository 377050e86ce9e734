import type { ComponentProps, ReactNode } from 'react'
import { describe, Field, type FieldProps } from './field'
import styles from './field.module.css'

type Props = FieldProps &
  Pick<
    ComponentProps<'input'>,
    | 'autoComplete'
    | 'defaultValue'
    | 'inputMode'
    | 'list'
    | 'form'
    | 'max'
    | 'maxLength'
    | 'min'
    | 'pattern'
    | 'placeholder'
    | 'readOnly'
    | 'spellCheck'
    | 'step'
  > & {
    type?: 'text' | 'date' | 'email' | 'url' | 'tel' | 'search' | 'number' | 'password'
    /** Said after the control: a unit, an ending. */
    suffix?: ReactNode
  }

export function TextField({
  label,
  labelHidden,
  note,
  hint,
  error,
  className,
  suffix,
  type = 'text',
  ...input
}: Props) {
  const id = input.id ?? input.name
  const control = (
    <input
      className={styles.control}
      type={type}
      {...input}
      id={id}
      {...describe(id, { hint, error }, suffix ? `${id}-suffix` : undefined)}
    />
  )
  return (
    <Field {...{ id, label, labelHidden, note, hint, error, className }}>
      {suffix ? (
        <div className={styles.row}>
          {control}
          <span id={`${id}-suffix`} className={styles.affix}>
            {suffix}
          </span>
        </div>
      ) : (
        control
      )}
    </Field>
  )
}
