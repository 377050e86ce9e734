import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import { PlainProse } from '@/components/plain-prose'
import type { Locale } from '@/lib/i18n/routing'
import { languageName } from '@/lib/languages'
import { formatMoment } from '@/lib/time-words'
import { takenBy } from '../rules/taken'
import { type CallView, type EventView, submitAddress } from '../schema'
import styles from './call-list.module.css'
import { officialClosing } from './closing-words'
import { Deadline } from './deadline'

type Props = { event: EventView; locale: Locale; now: Date }

/** Every call of an event, to choose from: what it wants, and until when. */
export function CallList({ event, locale, now }: Props) {
  return (
    <ul className={styles.calls}>
      {event.calls.map((call) => (
        <li key={call.kind} className={styles.call} data-state={call.state}>
          <OneCall event={event} call={call} locale={locale} now={now} />
        </li>
      ))}
    </ul>
  )
}

async function OneCall({ event, call, locale, now }: Props & { call: CallView }) {
  const t = await getTranslations({ locale, namespace: 'events' })
  return (
    <>
      <h3 className={styles.name}>{await nameOf(call, locale)}</h3>
      {call.byInvitation && <p className="small muted">{t('call.byInvitation')}</p>}
      {call.state === 'open' ? (
        <Deadline event={{ call }} locale={locale} now={now} />
      ) : (
        <p className="muted">{await standing(call, locale)}</p>
      )}
      {call !== event.call && call.guidance && <PlainProse text={call.guidance} />}
      {call !== event.call && <p className="small">{await takenWords(event, call, locale)}</p>}
      {call.state === 'open' && <LinkButton href={submitAddress(event.slug, call)}>{t('submit')}</LinkButton>}
    </>
  )
}

/** A kind that everybody knows has its name in both languages; the event's own are as it wrote them. */
async function nameOf({ kind, name }: CallView, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'events.kinds' })
  return t.has(kind) ? t(kind) : name
}

async function standing(call: CallView, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'events.call' })
  if (call.state === 'not-open-yet' && call.opensAt)
    return `${t('opens')} ${formatMoment(call.opensAt, call.timeZone, locale)}`
  const closing = officialClosing({ call }, locale)
  return closing ? `${t('closed')} ${closing}` : t('closedWithoutEnd')
}

/** The forms, subjects and languages of a call, in one line each. */
async function takenWords(event: EventView, call: CallView, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'events.facts' })
  const { formats, tracks, languages } = takenBy(event, call)
  const lists = [
    [t('formats'), formats.map(({ name }) => name)],
    [t('tracks'), tracks.map(({ name }) => name)],
    [t('languages'), event.languages.length > 1 ? languages.map((code) => languageName(code, locale)) : []],
  ] as const
  const colon = locale === 'zh' ? '：' : ': '
  return lists
    .filter(([, names]) => names.length > 0)
    .map(([label, names]) => `${label}${colon}${names.join(locale === 'zh' ? '、' : ', ')}`)
    .join(locale === 'zh' ? '；' : '; ')
}
