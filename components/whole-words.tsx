import type { ReactNode } from 'react'

/** Joined by hyphens, short enough that a line of a phone holds it. */
const COMPOUND = /(\p{L}+(?:-\p{L}+)+)/u
const LONGEST = 16

/** A title whose lines are balanced, and would else end in `eighteen-`. What is no plain text stays as it is. */
export function WholeWords({ children }: { children: ReactNode }) {
  if (typeof children !== 'string') return children
  const parts = children.split(COMPOUND)
  if (parts.length === 1) return children
  return parts.map((part, at) =>
    at % 2 === 1 && part.length <= LONGEST ? (
      <span key={at} className="nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  )
}
