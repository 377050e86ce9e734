import { MaturityShape } from '@/components/maturity-badge'
import { CARD_SIZE } from '@/lib/social-card'
import { titleSize } from '../rules'
import type { Face } from '../schema'

const INK = '#131a22'
const MUTED = '#4d5864'
const LEVELS = { sandbox: '#80560f', incubating: '#0a6478', graduated: '#1f6b33', archived: '#5b6570' }

/** The picture of a page, drawn by `next/og`: inline styles, flex boxes alone, no class. */
export function CardFace({ site, kicker, title, detail, level, accent }: Face) {
  const { size, lines } = titleSize(title)
  return (
    <div
      style={{
        ...CARD_SIZE,
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        background: '#fbfcfc',
        color: INK,
        padding: '56px 72px 52px',
        borderTop: `16px solid ${accent}`,
        fontFamily: 'Sans',
        fontSize: 30,
      }}
    >
      <div style={{ display: 'flex', alignItems: 'center', color: MUTED, gap: 16 }}>
        <Mark color={accent} />
        <div style={{ display: 'block', lineClamp: 1, maxWidth: 960 }}>{site}</div>
      </div>
      <div style={{ display: 'flex', flexDirection: 'column', gap: 20 }}>
        <div style={{ display: 'flex', alignItems: 'center', gap: 14, color: level ? LEVELS[level] : accent }}>
          {level && <MaturityShape level={level} size={32} />}
          <div style={{ display: 'block', lineClamp: 1, maxWidth: 980 }}>{kicker}</div>
        </div>
        <div
          style={{
            display: 'block',
            fontFamily: 'Serif',
            fontSize: size,
            lineHeight: 1.14,
            letterSpacing: '-0.014em',
            lineClamp: lines,
            wordBreak: 'break-word',
            maxWidth: 1056,
          }}
        >
          {title}
        </div>
      </div>
      <div style={{ display: 'block', color: MUTED, lineClamp: 1, maxWidth: 1056 }}>{detail || ' '}</div>
    </div>
  )
}

/** A lectern, as the site's default logo draws it. */
function Mark({ color }: { color: string }) {
  return (
    <svg
      aria-hidden
      width="48"
      height="48"
      viewBox="0 0 32 32"
      fill="none"
      stroke={color}
      strokeWidth="2.5"
      strokeLinecap="round"
    >
      <path d="M16 8.5C13 6 8.5 5.5 4 6.5v10c4.5-1 9-.5 12 2 3-2.5 7.5-3 12-2v-10c-4.5-1-9-.5-12 2Z" />
      <path d="M16 8.5V27" />
      <path d="M10 27h12" />
    </svg>
  )
}
