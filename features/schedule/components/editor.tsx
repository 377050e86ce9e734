import { CalendarX } from 'lucide-react'
import Link from 'next/link'
import { LinkButton } from '@/components/button'
import { Callout } from '@/components/callout'
import { EmptyState } from '@/components/empty-state'
import { PageHeader } from '@/components/page-header'
import { formatPlainDate, zoneName } from '@/lib/time-words'
import type { DraftView } from '../queries/draft'
import type { EditorFocus } from '../schema'
import styles from './editor.module.css'
import { editorDates, editorDay } from './editor-days'
import { EditorGrid } from './editor-grid'
import { inHand } from './in-hand'
import { Inspector } from './inspector'
import { ReleasePanel } from './release-panel'
import { UnplacedList } from './unplaced-list'
import { warningWords } from './warning-words'

type Props = { slug: string; name: string; draft: DraftView; focus: EditorFocus; canRelease: boolean }

/** The schedule as its editors work on it. Every step is a link or a form, so that it needs no script and no mouse. */
export function ScheduleEditor({ slug, name, draft, focus, canRelease }: Props) {
  const dates = editorDates(draft)
  const date = focus.day ?? dates[0] ?? null
  const day = date === null ? null : editorDay(draft, date)
  const hand = inHand(draft, focus)
  const zone = day
    ? `${draft.timeZone.replaceAll('_', ' ')}, ${zoneName(day.from, draft.timeZone, 'en')}`
    : draft.timeZone
  return (
    <>
      <PageHeader
        look="plain"
        title="Schedule"
        lede={`${name}. Times are those of the venue (${zone}).`}
        actions={
          draft.lastRelease && (
            <LinkButton size="small" href={`/events/${slug}/schedule`}>
              Published: release {draft.lastRelease.number}
            </LinkButton>
          )
        }
      />
      <Done draft={draft} focus={focus} />
      {draft.rooms.length === 0 ? (
        <EmptyState icon={CalendarX} title="This event has no rooms yet">
          Rooms come with the event’s settings, or with a draft that is sent through the API.
        </EmptyState>
      ) : (
        <div className={styles.editor}>
          <div className={styles.main}>
            <nav className={styles.days} aria-label="Days">
              {dates.map((each) => (
                <Link
                  prefetch={false}
                  key={each}
                  href={`?day=${each}`}
                  aria-current={each === date ? 'true' : undefined}
                >
                  {formatPlainDate(each, 'en').replace(/ \d{4}$/, '')}
                </Link>
              ))}
            </nav>
            {day && <EditorGrid draft={draft} day={day} hand={hand} />}
          </div>
          <div className={styles.side}>
            <Inspector slug={slug} draft={draft} dates={dates} day={date} focus={focus} hand={hand} />
            <UnplacedList draft={draft} day={date} focus={focus} />
          </div>
          <div className={styles.release}>
            <ReleasePanel slug={slug} draft={draft} day={date} canRelease={canRelease} />
          </div>
        </div>
      )}
    </>
  )
}

function Done({ draft, focus }: { draft: DraftView; focus: EditorFocus }) {
  if (!focus.done) return null
  const slot = draft.slots.find(({ number }) => number === focus.slot)
  const title = slot?.title
  const warnings = slot?.warnings ?? []
  const words = {
    placed: `“${title ?? 'It'}” is placed.`,
    moved: `“${title ?? 'It'}” is moved.`,
    removed: 'It is taken off the draft. What was published of it stays until the next release.',
    released: `Release ${draft.lastRelease?.number} is out: the public schedule, the calendars and the feeds carry it.`,
  }
  return (
    <div className={styles.done}>
      <Callout tone={warnings.length > 0 ? 'caution' : 'positive'} role="status">
        {[words[focus.done], ...warnings.map((each) => warningWords(each, slot?.session ?? null, draft.timeZone))].join(
          ' ',
        )}
      </Callout>
    </div>
  )
}
