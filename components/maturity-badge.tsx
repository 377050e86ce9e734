import type { ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './maturity-badge.module.css'

export type Level = 'sandbox' | 'incubating' | 'graduated' | 'archived'

const english: Record<Level, string> = {
  sandbox: 'Sandbox',
  incubating: 'Incubating',
  graduated: 'Graduated',
  archived: 'Archived',
}

/** A level as a shape that fills up, and as a word. */
export function MaturityBadge({ level, label = english[level] }: { level: Level; label?: string }) {
  return (
    <span className={classNames(styles.badge, styles[level])}>
      <MaturityShape level={level} />
      {label}
    </span>
  )
}

/** The shape alone, for plots and legends that have the word elsewhere. */
export function MaturityShape({ level, size = 14 }: { level: Level; size?: number }) {
  return (
    <svg className={classNames(styles.shape, styles[level])} width={size} height={size} viewBox="0 0 14 14" aria-hidden>
      {shapes[level]}
    </svg>
  )
}

const ring = { cx: 7, cy: 7, r: 5.5, fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 }

const shapes: Record<Level, ReactNode> = {
  sandbox: <circle {...ring} strokeDasharray="2.2 2.12" />,
  incubating: (
    <>
      <circle {...ring} />
      <path d="M7 1.5a5.5 5.5 0 0 0 0 11z" fill="currentColor" />
    </>
  ),
  graduated: <circle {...ring} fill="currentColor" />,
  archived: (
    <>
      <circle {...ring} />
      <path d="M3.5 7h7" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
}
