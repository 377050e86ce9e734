import { SectionHead } from '@/components/page-header'
import { Timeline } from '@/components/timeline'
import { formatMoment } from '@/lib/time-words'
import type { CommitteeProposal } from '../queries/committee-one'

const WORDS: Record<string, string> = {
  submit: 'Submitted',
  edit: 'Text changed',
  withdraw: 'Withdrawn',
  recommend: 'Recommended',
  decide: 'Decided',
  correct: 'Corrected',
  promote: 'Promoted from the waiting list',
  undo: 'Taken back',
  lapse: 'Silence taken for a no',
  announce: 'Announced',
  confirm: 'Confirmed',
  decline: 'Declined',
  cancel: 'Cancelled',
}

/** What has happened to a proposal, every move of it. */
export function MoveLog({ moves, timeZone }: { moves: CommitteeProposal['moves']; timeZone: string }) {
  return (
    <section>
      <SectionHead title="Log" />
      <Timeline
        moments={moves.map(({ move, at, side, by, decision }) => ({
          date: formatMoment(at, timeZone, 'en'),
          dateTime: at.toISOString(),
          title: `${WORDS[move] ?? move}${decision ? `: ${decision}` : ''}`,
          body: by ?? (side === 'committee' ? 'The committee' : 'The speaker'),
        }))}
      />
    </section>
  )
}
