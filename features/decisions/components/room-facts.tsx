import { Badge } from '@/components/badge'
import { Callout } from '@/components/callout'
import { KeyFigures } from '@/components/key-figures'
import { speakersOver } from '../rules/room'
import type { DecisionRoom, Places, Share } from '../schema'
import styles from './decisions.module.css'

/** Slots left, first-timers, and speakers over their limit. */
export function RoomFacts({ room, base }: { room: DecisionRoom; base: string }) {
  const { chosen, all } = room.firstTime
  const over = speakersOver(room)
  const share = ({ first, of }: Share) => (of === 0 ? '—' : `${Math.round((100 * first) / of)}\u00a0%`)
  return (
    <>
      <KeyFigures
        figures={[
          { value: chosen.of, label: 'In the programme', note: `of ${all.of.toLocaleString('en')} submitted` },
          { value: leftOf(room.formats), label: 'Slots left', note: 'over all formats whose slots are known' },
          { value: share(chosen), label: 'First time on our stage', note: `of those submitted ${share(all)}` },
        ]}
      />
      <SlotsLeft formats={room.formats} tracks={room.tracks} />
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

/** What is left of each format and track of which somebody has said how many there are. */
function SlotsLeft({ formats, tracks }: Pick<DecisionRoom, 'formats' | 'tracks'>) {
  const known = [...formats, ...tracks].filter(({ slots }) => slots !== null)
  if (known.length === 0)
    return (
      <p className="small muted">
        How many slots each format and track has is not known yet: <a href="#slots">say it below</a>.
      </p>
    )
  return (
    <ul className={styles.left} aria-label="Slots left">
      {known.map(({ id, name, slots, taken }) => (
        <li key={id}>
          {name} <Badge tone={toneOf((slots ?? 0) - taken)}>{wordsFor((slots ?? 0) - taken, slots ?? 0)}</Badge>
        </li>
      ))}
    </ul>
  )
}

const toneOf = (left: number) => (left < 0 ? 'negative' : left === 0 ? 'caution' : 'neutral')
const wordsFor = (left: number, slots: number) => (left < 0 ? `${-left} too many` : `${left} of ${slots} left`)

function leftOf(places: Places[]): string | number {
  const known = places.flatMap(({ slots, taken }) => (slots === null ? [] : Math.max(0, slots - taken)))
  return known.length === 0 ? '—' : known.reduce((sum, left) => sum + left, 0)
}
