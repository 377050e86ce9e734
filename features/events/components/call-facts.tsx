import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Facts } from '@/components/facts'
import type { Locale } from '@/lib/i18n/routing'
import { languageName } from '@/lib/languages'
import { formatMoment } from '@/lib/time-words'
import { takenBy } from '../rules/taken'
import type { EventView } from '../schema'
import styles from './call-facts.module.css'
import { officialClosing } from './closing-words'

/** What a call asks for: its forms, subjects, levels and limits. What nobody stated is said to be not stated. */
export async function CallFacts({ event, locale }: { event: EventView; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'events' })
  const { call, levels } = event
  const { formats, tracks, languages } = takenBy(event, call)
  const notStated = <span className="muted">{t('notStated')}</span>
  const list = (items: ReactNode[]) => (items.length > 0 ? <ul className={styles.list}>{items}</ul> : notStated)
  const opens = call?.opensAt ? formatMoment(call.opensAt, call.timeZone, locale) : notStated
  const facts = [
    {
      term: t('facts.formats'),
      says: list(
        formats.map(({ slug, name, minutes }) => (
          <li key={slug}>
            {name} <span className="muted numeric">{t('minutes', { minutes })}</span>
            <OwnDeadline call={call} format={slug} locale={locale} />
          </li>
        )),
      ),
    },
    { term: t('facts.tracks'), says: list(tracks.map(({ slug, name }) => <li key={slug}>{name}</li>)) },
    ...(event.languages.length > 1
      ? [{ term: t('facts.languages'), says: languages.map((code) => languageName(code, locale)).join(', ') }]
      : []),
    { term: t('facts.levels'), says: list(levels.map(({ slug, name }) => <li key={slug}>{name}</li>)) },
    ...(call
      ? [
          { term: t(call.state === 'not-open-yet' ? 'facts.opensLater' : 'facts.opens'), says: opens },
          {
            term: t(call.state === 'closed' ? 'facts.closed' : 'facts.closes'),
            says: officialClosing(event, locale) ?? notStated,
          },
        ]
      : []),
    ...(call?.limitPerPerson ? [{ term: t('facts.limit'), says: t('limit', { count: call.limitPerPerson }) }] : []),
  ]
  return <Facts facts={facts} />
}

/** The deadline of a format that closes by itself. */
async function OwnDeadline({ call, format, locale }: { call: EventView['call']; format: string; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'events.call' })
  const own = call?.deadlines.find(({ slug }) => slug === format)
  if (!call || !own) return null
  const moment = formatMoment(own.closesAt, call.timeZone, locale)
  return <span className="small muted"> · {t('formatCloses', { moment })}</span>
}
