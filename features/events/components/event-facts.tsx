import { getTranslations } from 'next-intl/server'
import { Facts } from '@/components/facts'
import { localized } from '@/lib/i18n/addresses'
import type { Locale } from '@/lib/i18n/routing'
import { formatDays } from '@/lib/time-words'
import type { EventView } from '../schema'

/** The margin of an event's page: when, where, and how to come. */
export async function EventFacts({ event, locale }: { event: EventView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'events' })
  const { startsOn, endsOn, place, timeZone, languages, website, phase } = event
  const notStated = <span className="muted">{t('notStated')}</span>
  const names = new Intl.DisplayNames([locale], { type: 'language' })
  return (
    <Facts
      stacked
      facts={[
        { term: t('facts.when'), says: startsOn ? formatDays(startsOn, endsOn, locale) : notStated },
        { term: t('facts.where'), says: place ?? notStated },
        { term: t('facts.zone'), says: timeZone.replaceAll('_', ' ') },
        { term: t('facts.languages'), says: languages.map((tag) => names.of(tag)).join(', ') || notStated },
        ...(phase === 'over' && !event.registrationUrl
          ? []
          : [{ term: t('facts.registration'), says: <Registration event={event} locale={locale} /> }]),
        ...(website ? [{ term: t('facts.website'), says: <a href={website}>{new URL(website).hostname}</a> }] : []),
      ]}
    />
  )
}

async function Registration({ event, locale }: { event: EventView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'events' })
  const { registrationUrl, registersWith } = event
  if (!registrationUrl) return <span className="muted">{t('notStated')}</span>
  if (!registersWith) return <a href={registrationUrl}>{t('register')}</a>
  const { slug, name } = registersWith
  return (
    <>
      <a href={registrationUrl}>{t('registerWith', { name })}</a>
      <br />
      <a className="small" href={localized(`/events/${slug}`, locale)}>
        {t('viaParent', { name })}
      </a>
    </>
  )
}
