import { Callout } from '@/components/callout'
import { KeyFigures } from '@/components/key-figures'
import { firstTimers, speakersOver } from '../rules/room'
import type { DecisionRoom, Places } from '../schema'

/** Slots left, first-timers, and speakers over their limit. */
export function RoomFacts({ room, base }: { room: DecisionRoom; base: string }) {
  const { chosen, all } = firstTimers(room)
  const over = speakersOver(room)
  const share = ({ first, of }: { first: number; of: number }) =>
    of === 0 ? '—' : `${Math.round((100 * first) / of)} %`
  return (
    <>
      <KeyFigures
        figures={[
          { value: String(chosen.of), label: 'In the programme', note: `of ${all.of} submitted` },
          { value: leftOf(room.formats), label: 'Slots left', note: 'over all formats whose slots are known' },
          { value: share(chosen), label: 'First time on our stage', note: `of those submitted ${share(all)}` },
        ]}
      />
      {over.length > 0 && (
        <Callout tone="caution" title={`More sessions than the ${room.sessionsPerPerson} that one person may give`}>
          <ul>
            {over.map(({ name, codes }) => (
              <li key={codes.join()}>
                {name}:{' '}
                {codes.map((code, at) => (
                  <span key={code}>
                    {at > 0 && ', '}
                    <a href={`${base}/proposals/${code}`}>{code}</a>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </Callout>
      )}
    </>
  )
}

function leftOf(places: Places[]): string {
  const known = places.flatMap(({ slots, taken }) => (slots === null ? [] : Math.max(0, slots - taken)))
  return known.length === 0 ? '—' : String(known.reduce((sum, left) => sum + left, 0))
}
