import type { ReactNode } from 'react'
import { Button } from '@/components/button'

interface Item {
  key: string
  title: string
  facts: string
  /** How much hangs on it; without any it can be removed. */
  uses: number
  remove: (() => Promise<void>) | null
  form: ReactNode
}

type Props = { items: Item[]; add: { title: string; form: ReactNode } }

/** Rounds or criteria, each folded over its form, and a form for another. */
export function SettingsList({ items, add }: Props) {
  return (
    <div className="stack">
      {items.map(({ key, title, facts, uses, remove, form }) => (
        <details key={key}>
          <summary>
            <strong>{title}</strong> <span className="muted">{facts}</span>
          </summary>
          <div className="stack" style={{ paddingBlock: 'var(--space-4)' }}>
            {form}
            {uses > 0 ? (
              <p className="small muted">
                It cannot be removed: {uses === 1 ? 'one entry says' : `${uses} entries say`} something in it.
              </p>
            ) : (
              remove && (
                <form action={remove}>
                  <Button type="submit" size="small" variant="danger">
                    Remove “{title}”
                  </Button>
                </form>
              )
            )}
          </div>
        </details>
      ))}
      <details open={items.length === 0}>
        <summary>{add.title}</summary>
        <div style={{ paddingBlock: 'var(--space-4)' }}>{add.form}</div>
      </details>
    </div>
  )
}
