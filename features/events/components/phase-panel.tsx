import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/button'
import { localized } from '@/lib/i18n/addresses'
import type { Locale } from '@/lib/i18n/routing'
import { formatMoment } from '@/lib/time-words'
import { type EventView, submitAddress } from '../schema'
import { officialClosing } from './closing-words'
import { Deadline } from './deadline'
import styles from './phase-panel.module.css'

type Props = { event: EventView; locale: Locale; now: Date }

/** What an event asks for now: it opens the page. */
export async function PhasePanel({ event, locale, now }: Props) {
  const t = await getTranslations({ locale, namespace: 'events' })
  const { slug, phase, isReleased, call } = event
  const path = (rest: string) => localized(`/events/${slug}${rest}`, locale)
  const programme = isReleased && (
    <>
      <LinkButton variant="primary" href={path('/schedule')}>
        {t('seeSchedule')}
      </LinkButton>
      <LinkButton href={path('/speakers')}>{t('seeSpeakers')}</LinkButton>
    </>
  )
  const submit = call?.state === 'open' && (
    <>
      <LinkButton variant={isReleased ? 'secondary' : 'primary'} href={submitAddress(slug, call)}>
        {t('submit')}
      </LinkButton>
      <LinkButton variant="quiet" href={path('/cfp')}>
        {t('aboutCall')}
      </LinkButton>
    </>
  )
  switch (phase) {
    case 'call-open':
      return (
        <Panel tone="accent" actions={submit}>
          <Deadline event={event} locale={locale} now={now} />
        </Panel>
      )
    case 'announced':
      return <Panel title={await openingWords(event, locale)}>{t('panel.announced')}</Panel>
    case 'in-review':
      return <Panel title={await closedWords(event, locale)}>{t('panel.in-review')}</Panel>
    case 'over':
      return (
        <Panel title={t('panel.over')} actions={programme}>
          {isReleased ? t('panel.overWithSchedule') : t('panel.overWithout')}
        </Panel>
      )
    default:
      return (
        <Panel
          tone="accent"
          title={t(`panel.${phase}`)}
          actions={
            <>
              {programme}
              {submit}
            </>
          }
        />
      )
  }
}

function Panel(props: { tone?: 'accent'; title?: ReactNode; children?: ReactNode; actions?: ReactNode }) {
  const { tone, title, children, actions } = props
  return (
    <section className={styles.panel} data-tone={tone}>
      {title && <p className={styles.title}>{title}</p>}
      {children && <div className={styles.words}>{children}</div>}
      {actions && (
        <div className={styles.actions} data-screen-only="">
          {actions}
        </div>
      )}
    </section>
  )
}

async function openingWords({ call }: EventView, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'events.call' })
  return call?.opensAt ? `${t('opens')} ${formatMoment(call.opensAt, call.timeZone, locale)}` : t('none')
}

async function closedWords(event: EventView, locale: Locale): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'events.call' })
  const closing = officialClosing(event, locale)
  return closing ? `${t('closed')} ${closing}` : t('closedWithoutEnd')
}
