import type { ReactNode } from 'react'
import styles from './facts.module.css'

/** `key` where two terms may be the same. */
export type Fact = { term: string; says: ReactNode; key?: string }

/** Terms and what is known of each, side by side where there is room; `stacked` for a narrow column. */
export function Facts({ facts, stacked = false }: { facts: Fact[]; stacked?: boolean }) {
  return (
    <dl className={styles.facts} data-stacked={stacked || undefined}>
      {facts.map(({ term, says, key = term }) => (
        <div key={key} className={styles.fact}>
          <dt>{term}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  )
}
