import { CircleCheck, CircleX, Hourglass, PencilLine } from 'lucide-react'
import { Badge } from '@/components/badge'
import { Icon } from '@/components/icon'
import type { MessageState } from '../rules'

const LOOKS = {
  draft: [PencilLine, 'neutral', 'Draft'],
  queued: [Hourglass, 'accent', 'On its way'],
  sent: [CircleCheck, 'positive', 'Sent'],
  failed: [CircleX, 'negative', 'Failed'],
} as const

export function MessageStateBadge({ state }: { state: MessageState }) {
  const [icon, tone, word] = LOOKS[state]
  return (
    <Badge tone={tone} icon={<Icon of={icon} size={13} />}>
      {word}
    </Badge>
  )
}
