'use client'
import * as Radix from 'radix-ui/dropdown-menu'
import type { ReactNode } from 'react'
import styles from './menu.module.css'

export type MenuItem =
  | { label: string; icon?: ReactNode; hint?: string; href: string }
  | { label: string; icon?: ReactNode; hint?: string; onSelect: () => void; danger?: boolean; disabled?: boolean }
  | 'line'

/** A short list of things to do, from a button. Must not be the only way to do any of them. */
export function Menu({ trigger, items, label }: { trigger: ReactNode; items: MenuItem[]; label?: string }) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Content className={styles.menu} align="start" sideOffset={4} collisionPadding={8} aria-label={label}>
        {items.map((item, index) =>
          item === 'line' ? (
            <Radix.Separator key={`line-${items.slice(0, index).length}`} className={styles.line} />
          ) : (
            <Entry key={item.label} {...item} />
          ),
        )}
      </Radix.Content>
    </Radix.Root>
  )
}

function Entry(item: Exclude<MenuItem, 'line'>) {
  const words = (
    <>
      <span className={styles.icon}>{item.icon}</span>
      {item.label}
      {item.hint && <kbd className={styles.hint}>{item.hint}</kbd>}
    </>
  )
  if ('href' in item)
    return (
      <Radix.Item asChild className={styles.item}>
        <a href={item.href}>{words}</a>
      </Radix.Item>
    )
  return (
    <Radix.Item
      className={styles.item}
      data-danger={item.danger ? '' : undefined}
      disabled={item.disabled ?? false}
      onSelect={item.onSelect}
    >
      {words}
    </Radix.Item>
  )
}
