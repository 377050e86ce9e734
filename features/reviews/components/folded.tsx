import type { ReactNode } from 'react'

export interface Fold {
  title: string
  facts?: string
  /** Stands below the form: what else can be done with the thing. */
  below?: ReactNode
  isOpen?: boolean
}

/** A form under a line that says what it is of; unfolded where something in it is to be looked at again. */
export function Folded({
  fold: { title, facts, below, isOpen = false },
  hasErrors,
  children,
}: {
  fold: Fold
  hasErrors: boolean
  children: ReactNode
}) {
  return (
    <details open={isOpen || hasErrors}>
      <summary>
        <strong>{title}</strong> <span className="muted">{facts}</span>
      </summary>
      <div className="stack" style={{ paddingBlock: 'var(--space-4)' }}>
        {children}
        {below}
      </div>
    </details>
  )
}
