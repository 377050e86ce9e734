import type { CSSProperties } from 'react'

const LOOK: CSSProperties = { maxInlineSize: 'var(--measure)', gap: '0.75em', overflowWrap: 'anywhere' }

/** Text as somebody typed it: paragraphs, no markup. */
export function PlainText({ children }: { children: string }) {
  return (
    <div className="stack" style={LOOK}>
      {children
        .split(/\n{2,}/)
        .filter((paragraph) => paragraph.trim())
        .map((paragraph, place) => (
          <p key={place} style={{ whiteSpace: 'pre-line' }}>
            {paragraph}
          </p>
        ))}
    </div>
  )
}
