import type { ReactNode } from 'react'
import styles from './key-figures.module.css'

export type KeyFigure = { value: string | number; label: string; note?: ReactNode; href?: string; plot?: ReactNode }

/** A few numbers that say how things stand, drawn from data. A bare number is written as in English. */
export function KeyFigures({ figures }: { figures: KeyFigure[] }) {
  return (
    <dl className={styles.figures}>
      {figures.map(({ value, label, note, href, plot }) => (
        <div key={label} className={styles.figure}>
          <dt>{href ? <a href={href}>{label}</a> : label}</dt>
          <dd className={styles.value}>{value.toLocaleString('en')}</dd>
          {plot && <dd>{plot}</dd>}
          {note && <dd className={styles.note}>{note}</dd>}
        </div>
      ))}
    </dl>
  )
}
