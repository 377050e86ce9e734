import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/card'
import { localized } from '@/lib/i18n/addresses'
import type { Locale } from '@/lib/i18n/routing'
import { formatDays, formatMoment } from '@/lib/time-words'
import type { CallView, EventSummary } from '../schema'
import { closingWords } from './closing-words'
import { PhaseBadge } from './phase-badge'

type Props = { event: EventSummary; locale: Locale; now: Date; size?: 'small' | 'medium' | 'large' }

/** The deadline, officially and on the reader's own clock: the island adds it where that shows something else. */
async function OwnDeadline({ call, closesAt, locale }: { call: CallView; closesAt: Date; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'events.call' })
  return (
    <zone-switch locale={locale} zone={call.timeZone}>
      <span>
        <time dateTime={closesAt.toISOString()}>{formatMoment(closesAt, call.timeZone, locale)}</time>
        <br />
        <span data-own={closesAt.toISOString()} data-label={t('yours', { time: '{time}' })} hidden />
      </span>
    </zone-switch>
  )
}

/** An event in a list: when, where, and what it asks for now. */
export async function EventCard({ event, locale, now, size = 'medium' }: Props) {
  const t = await getTranslations({ locale, namespace: 'events' })
  const { call, startsOn, endsOn, place, phase } = event
  const isOpen = phase === 'call-open' && call
  return (
    <Card
      size={size}
      href={localized(`/events/${event.slug}`, locale)}
      title={event.name}
      kicker={startsOn ? formatDays(startsOn, endsOn, locale) : t('datesNotStated')}
      meta={place && <span>{place}</span>}
      footer={
        <>
          <PhaseBadge phase={phase} locale={locale} />
          {isOpen && <span>{call.closesAt ? await closingWords(event, locale, now) : t('call.endless')}</span>}
          {isOpen && call.closesAt && !call.closesByDay && (
            <OwnDeadline call={call} closesAt={call.closesAt} locale={locale} />
          )}
        </>
      }
    >
      <p>{event.summary}</p>
    </Card>
  )
}
