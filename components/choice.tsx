import type { ReactNode } from 'react'
import styles from './choice.module.css'

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean | undefined }
export type ChoiceLayout = 'list' | 'inline' | 'cards'

type Props = Choice & {
  id: string
  type: 'radio' | 'checkbox'
  name: string
  required?: boolean | undefined
  defaultChecked?: boolean | undefined
  'aria-describedby'?: string | undefined
  'aria-invalid'?: boolean | undefined
}

/** One box with its words: the whole line can be pressed. */
export function ChoiceLine({ id, label, hint, 'aria-describedby': described, ...input }: Props) {
  const ids = [hint && `${id}-hint`, described].filter(Boolean).join(' ')
  return (
    <div className={styles.choice}>
      <input className={styles.box} id={id} {...input} aria-describedby={ids || undefined} />
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div className={styles.hint} id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  )
}
