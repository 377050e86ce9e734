import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './field.module.css'
import { Icon } from './icon'

/** What every field takes. `id` defaults to the name; `note` is a quiet word after the label, such as "optional". */
export type FieldProps = {
  name: string
  label: ReactNode
  /** Said, not shown: where the head of a column shows it. */
  labelHidden?: boolean | undefined
  id?: string | undefined
  note?: ReactNode
  hint?: ReactNode
  error?: string | null | undefined
  required?: boolean | undefined
  disabled?: boolean | undefined
  className?: string | undefined
}

type FrameProps = Pick<FieldProps, 'label' | 'labelHidden' | 'note' | 'hint' | 'error' | 'className'> & {
  id: string
  children: ReactNode
}

/** Label, hint, control, error: one under the other, tied together by ids. */
export function Field({ id, label, labelHidden, note, hint, error, className, children }: FrameProps) {
  return (
    <div className={classNames(styles.field, className)} data-invalid={error ? '' : undefined}>
      <label className={labelHidden ? 'visually-hidden' : styles.label} htmlFor={id} id={`${id}-label`}>
        {label} {note && <span className={styles.note}>{note}</span>}
      </label>
      <FieldHint id={id} hint={hint} />
      {children}
      <FieldError id={id} error={error} />
    </div>
  )
}

/** The same for several controls under one name: the label is the legend. */
export function FieldGroup({ id, label, note, hint, error, className, children }: FrameProps) {
  const described = describe(id, { hint, error })['aria-describedby']
  return (
    <fieldset
      id={id}
      className={classNames(styles.field, className)}
      data-invalid={error ? '' : undefined}
      aria-describedby={described}
    >
      <legend className={styles.label}>
        {label} {note && <span className={styles.note}>{note}</span>}
      </legend>
      <FieldHint id={id} hint={hint} />
      {children}
      <FieldError id={id} error={error} />
    </fieldset>
  )
}

function FieldHint({ id, hint }: { id: string; hint: ReactNode }) {
  return hint ? (
    <div id={`${id}-hint`} className={styles.hint}>
      {hint}
    </div>
  ) : null
}

export function FieldError({ id, error }: { id: string; error: string | null | undefined }) {
  return error ? (
    <p id={`${id}-error`} className={styles.error}>
      <Icon of={CircleAlert} />
      <span>{error}</span>
    </p>
  ) : null
}

/**
 * The attributes that tie a control to its hint, its error and whatever else describes it. Of several that ask for the
 * focus the first gets it, so that a form which came back without a script stands at its first error.
 */
export function describe(
  id: string,
  { hint, error }: { hint?: ReactNode; error?: string | null | undefined },
  ...more: (string | false | undefined)[]
) {
  const ids = [hint && `${id}-hint`, ...more, error && `${id}-error`].filter(Boolean).join(' ')
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined, autoFocus: Boolean(error) }
}
