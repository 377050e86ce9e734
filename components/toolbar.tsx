import type { ReactNode } from 'react'
import styles from './toolbar.module.css'

/** A line of filters above a list: an ordinary GET form when `action` is given. */
export function Toolbar({ label, action, children }: { label: string; action?: string; children: ReactNode }) {
  return (
    <search aria-label={label}>
      {action === undefined ? (
        <div className={styles.toolbar}>{children}</div>
      ) : (
        <form className={styles.toolbar} action={action}>
          {children}
        </form>
      )}
    </search>
  )
}
