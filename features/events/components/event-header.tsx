import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/page-header'
import { Breadcrumb } from '@/features/content/components/breadcrumb'
import { localized } from '@/lib/i18n/addresses'
import type { Locale } from '@/lib/i18n/routing'
import { formatDays } from '@/lib/time-words'
import type { EventView } from '../schema'
import { PhaseBadge } from './phase-badge'

/** The head of an event's page: its name, what it is, when and where, and of what it is a part. */
export async function EventHeader({ event, locale }: { event: EventView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'events' })
  const { name, summary, startsOn, endsOn, place, parent, phase } = event
  const link = (slug: string) => localized(`/events/${slug}`, locale)
  const items = [{ label: t('title'), href: localized('/events', locale) }]
  if (parent) items.push({ label: parent.name, href: link(parent.slug) })
  return (
    <PageHeader
      breadcrumb={<Breadcrumb label={t('breadcrumb')} items={items} />}
      title={name}
      lede={summary}
      meta={
        <>
          <PhaseBadge phase={phase} locale={locale} />
          <span>{startsOn ? formatDays(startsOn, endsOn, locale) : t('datesNotStated')}</span>
          {place && <span>{place}</span>}
          {parent && (
            <span>
              {t.rich('partOf', {
                name: parent.name,
                event: (chunks) => <a href={link(parent.slug)}>{chunks}</a>,
              })}
            </span>
          )}
        </>
      }
    />
  )
}
