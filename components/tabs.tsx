'use client'
import * as Radix from 'radix-ui/tabs'
import type { ReactNode } from 'react'
import styles from './tabs.module.css'

export type Tab = { value: string; label: ReactNode; content: ReactNode }

/** Panels of one page. Where each tab is a page of its own, use TabLinks. */
export function Tabs({ tabs, label, defaultValue }: { tabs: Tab[]; label: string; defaultValue?: string }) {
  return (
    <Radix.Root defaultValue={defaultValue ?? tabs[0]?.value ?? ''}>
      <Radix.List className={styles.list} aria-label={label}>
        {tabs.map(({ value, label }) => (
          <Radix.Trigger key={value} value={value} className={styles.tab}>
            {label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map(({ value, content }) => (
        <Radix.Content key={value} value={value} className={styles.panel}>
          {content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
