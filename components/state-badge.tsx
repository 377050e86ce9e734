import {
  Ban,
  CheckCheck,
  CircleCheck,
  CircleSlash,
  CircleX,
  Hourglass,
  type LucideIcon,
  PencilLine,
  Send,
  Undo2,
} from 'lucide-react'
import { Badge, type Tone } from './badge'
import { Icon } from './icon'

/** The states of a proposal, as its reader may know them. */
export type State =
  | 'draft'
  | 'submitted'
  | 'withdrawn'
  | 'accepted'
  | 'waitlisted'
  | 'rejected'
  | 'confirmed'
  | 'declined'
  | 'cancelled'

const looks: Record<State, [LucideIcon, Tone, string]> = {
  draft: [PencilLine, 'neutral', 'Draft'],
  submitted: [Send, 'accent', 'Submitted'],
  withdrawn: [Undo2, 'neutral', 'Withdrawn'],
  accepted: [CircleCheck, 'positive', 'Accepted'],
  waitlisted: [Hourglass, 'caution', 'Waitlisted'],
  rejected: [CircleX, 'negative', 'Not accepted'],
  confirmed: [CheckCheck, 'positive', 'Confirmed'],
  declined: [CircleSlash, 'neutral', 'Declined'],
  cancelled: [Ban, 'negative', 'Cancelled'],
}

/** A state as an icon and a word, the colour third. */
export function StateBadge({ state, label }: { state: State; label?: string }) {
  const [icon, tone, english] = looks[state]
  return (
    <Badge tone={tone} icon={<Icon of={icon} size={13} />}>
      {label ?? english}
    </Badge>
  )
}
