import { Avatar } from '@/components/avatar'
import { Badge } from '@/components/badge'
import { Callout } from '@/components/callout'
import { MaturityBadge } from '@/components/maturity-badge'
import { StateBadge } from '@/components/state-badge'

const levels = ['sandbox', 'incubating', 'graduated', 'archived'] as const
const states = [
  'draft',
  'submitted',
  'withdrawn',
  'accepted',
  'waitlisted',
  'rejected',
  'confirmed',
  'declined',
  'cancelled',
] as const
const people = ['Mina Okafor', 'Jonas Weiß', '王小明', 'Priya Raman', 'Ølve Berg', 'Ada Lima', 'Tomás Rey', 'Cher']

export function States() {
  return (
    <>
      <div className="cluster" style={{ '--gap': 'var(--space-5)' }}>
        {levels.map((level) => (
          <MaturityBadge key={level} level={level} />
        ))}
      </div>
      <div className="cluster">
        {states.map((state) => (
          <StateBadge key={state} state={state} />
        ))}
      </div>
      <div className="cluster">
        <Badge>Networking</Badge>
        <Badge tone="accent">Call open</Badge>
      </div>
      <div className="cluster">
        {people.map((name) => (
          <Avatar key={name} name={name} labelled />
        ))}
        <Avatar name="Mina Okafor" size={24} />
        <Avatar name="Mina Okafor" size={72} />
      </div>
      <div className="stack">
        <Callout title="The call closes in nine days">
          Thursday, 20 November, 18:00 in Seattle. In your zone that is Friday, 03:00.
        </Callout>
        <Callout tone="positive" title="Submitted">
          We have sent you a copy. You can change it until the call closes.
        </Callout>
        <Callout tone="caution" title="Two talks of one speaker overlap">
          Move one of them: Hall B is free at 14:00.
        </Callout>
        <Callout tone="negative" title="Not saved">
          Somebody else has saved this page. Your text is still here.
        </Callout>
      </div>
    </>
  )
}
