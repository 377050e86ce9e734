import type { ReactNode } from 'react'
import styles from './progress.module.css'

type Props = { id: string; label: ReactNode; value: number; max: number; text?: string }

/** How far it is, as a bar and in words. */
export function Progress({ id, label, value, max, text = `${value} of ${max}` }: Props) {
  return (
    <div className={styles.progress}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.text}>{text}</span>
      <progress id={id} value={value} max={max}>
        {text}
      </progress>
    </div>
  )
}
