import type { ReactNode } from 'react'
import { Button } from './button'
import styles from './filter-form.module.css'

/** Filters of the back office as a form that writes the address. `columns`: the fields', as a CSS grid has them, where there is room. */
export function FilterForm({ action, columns, children }: { action: string; columns: string; children: ReactNode }) {
  return (
    <form method="get" action={action} className={styles.filters} style={{ '--columns': columns }}>
      {children}
      <Button type="submit">Show</Button>
    </form>
  )
}
