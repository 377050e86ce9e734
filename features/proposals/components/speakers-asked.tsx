import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { SectionHead } from '@/components/page-header'
import { formatDate } from '@/lib/time-words'
import { inviteAgain, takeHandoverBack } from '../actions/speakers'
import type { InvitationLine } from '../queries/invitations'

type Props = {
  invitations: InvitationLine[]
  code: string
  event: { slug: string; timeZone: string }
  isFirst: boolean
}

const WORDS = { invited: 'has not answered', accepted: 'said yes', declined: 'said no', revoked: '' } as const
const TONES = { invited: 'neutral', accepted: 'positive', declined: 'caution', revoked: 'neutral' } as const

/** Whom somebody asked to speak too, or to take the proposal over, and what they said. */
export function SpeakersAsked({ invitations, code, event, isFirst }: Props) {
  if (invitations.length === 0) return null
  return (
    <section>
      <SectionHead title="Invitations" />
      <ul className="stack" style={{ listStyle: 'none', padding: 0 }}>
        {invitations.map(({ kind, status, name, email, invitedAt, answeredAt }) => (
          <li key={`${kind} ${email}`} className="cluster">
            <span>
              {name} <span className="muted small">{email}</span> <Badge tone={TONES[status]}>{WORDS[status]}</Badge>{' '}
              <span className="muted small">
                {kind === 'handover' ? 'to take it over, ' : ''}
                {formatDate(answeredAt ?? invitedAt, event.timeZone, 'en')}
              </span>
            </span>
            {status === 'invited' && kind === 'co_speaker' && (
              <form action={inviteAgain.bind(null, event.slug, code, email)}>
                <Button type="submit" size="small" variant="quiet">
                  Invite again
                </Button>
              </form>
            )}
            {status === 'invited' && kind === 'handover' && isFirst && (
              <form action={takeHandoverBack.bind(null, event.slug, code)}>
                <Button type="submit" size="small" variant="quiet">
                  Take it back
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
