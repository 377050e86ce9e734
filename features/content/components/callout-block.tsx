import type { ReactNode } from 'react'
import { Callout, type CalloutTone } from '@/components/callout'
import type { Block } from '../schema/tree'

type Props = { callout: Extract<Block, { is: 'callout' }>; children: ReactNode }

const tones: Record<Props['callout']['kind'], CalloutTone> = { note: 'note', tip: 'positive', caution: 'caution' }

/** An aside of a text. */
export function CalloutBlock({ callout: { kind, title }, children }: Props) {
  return (
    <Callout tone={tones[kind]} title={title}>
      {children}
    </Callout>
  )
}
