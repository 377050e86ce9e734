import type { ReactNode } from 'react'
import styles from './tabs.module.css'

type Props = { label: string; links: { href: string; label: ReactNode; current?: boolean; count?: number }[] }

/** Tabs that are pages: plain links, the current one marked. */
export function TabLinks({ label, links }: Props) {
  return (
    <nav aria-label={label} className={styles.list}>
      {links.map(({ href, label, current, count }) => (
        <a key={href} href={href} className={styles.tab} aria-current={current ? 'page' : undefined}>
          {label}
          {count !== undefined && <span className={styles.count}>{count.toLocaleString('en')}</span>}
        </a>
      ))}
    </nav>
  )
}
