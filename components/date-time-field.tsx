import { describe, Field, type FieldProps } from './field'
import styles from './field.module.css'

type Props = FieldProps & {
  /** In the shape of the control: `2026-11-20T18:00`, `2026-11-20` or `18:00`, on the clock of the zone. */
  defaultValue?: string | undefined
  kind?: 'datetime-local' | 'date' | 'time'
  /** As people say it: "Seattle time, UTC−8". */
  zone: string
  min?: string
  max?: string
  /** Seconds. */
  step?: number
}

/** A moment on somebody's clock, and whose. */
export function DateTimeField({ label, note, hint, error, className, kind = 'datetime-local', zone, ...input }: Props) {
  const id = input.id ?? input.name
  return (
    <Field {...{ id, label, note, hint, error, className }}>
      <div className={styles.row}>
        <input
          className={styles.control}
          type={kind}
          {...input}
          id={id}
          {...describe(id, { hint, error }, `${id}-zone`)}
        />
        <span id={`${id}-zone`} className={styles.affix}>
          {zone}
        </span>
      </div>
    </Field>
  )
}
