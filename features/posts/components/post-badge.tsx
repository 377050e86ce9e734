import { Badge } from '@/components/badge'
import type { PostState } from '../schema'
import { STATE_WORDS } from './words'

/** Where a guest's post stands; `isOut` where readers have an older text. */
export function PostBadge({ state, isOut = false }: { state: PostState; isOut?: boolean }) {
  const [tone, label] = STATE_WORDS[state]
  return (
    <>
      <Badge tone={tone}>{label}</Badge>
      {isOut && !['published', 'scheduled'].includes(state) && <Badge tone="positive">An earlier text is out</Badge>}
    </>
  )
}
