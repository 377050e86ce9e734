import { CircleCheck, CircleX, Hourglass, PencilLine, Send, Trash2, Undo2 } from 'lucide-react'
import { Badge } from '@/components/badge'
import { Icon } from '@/components/icon'
import type { MessageState } from '../rules'

const LOOKS = {
  draft: [PencilLine, 'neutral', 'Draft'],
  queued: [Hourglass, 'accent', 'On its way'],
  sending: [Send, 'accent', 'Being sent'],
  sent: [CircleCheck, 'positive', 'Sent'],
  failed: [CircleX, 'negative', 'Failed'],
  bounced: [Undo2, 'negative', 'Bounced'],
  discarded: [Trash2, 'neutral', 'Discarded'],
} as const

export function MessageStateBadge({ state }: { state: MessageState }) {
  const [icon, tone, word] = LOOKS[state]
  return (
    <Badge tone={tone} icon={<Icon of={icon} size={13} />}>
      {word}
    </Badge>
  )
}
