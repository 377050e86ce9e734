import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import { PageHeader, SectionHead } from '@/components/page-header'
import { PlainProse } from '@/components/plain-prose'
import { Breadcrumb } from '@/features/content/components/breadcrumb'
import { localized } from '@/lib/i18n/addresses'
import type { Locale } from '@/lib/i18n/routing'
import { type CallView, type EventView, submitAddress } from '../schema'
import { CallFacts } from './call-facts'
import { CallList } from './call-list'
import styles from './event-details.module.css'
import { EventFacts } from './event-facts'
import { PhasePanel } from './phase-panel'

type Props = { event: EventView; call: CallView; locale: Locale; now: Date }

/** A call for proposals in full. */
export async function CallPage({ event, call, locale, now }: Props) {
  const t = await getTranslations({ locale, namespace: 'events' })
  const { slug, name } = event
  const items = [
    { label: t('title'), href: localized('/events', locale) },
    { label: name, href: localized(`/events/${slug}`, locale) },
  ]
  return (
    <div className="wrap">
      <PageHeader
        breadcrumb={<Breadcrumb label={t('breadcrumb')} items={items} />}
        title={t('call.title')}
        lede={t('call.lede', { name })}
      />
      <PhasePanel event={event} locale={locale} now={now} />
      <div className={`with-aside ${styles.details}`}>
        <div className={styles.main}>
          {call.guidance && (
            <section>
              <SectionHead title={t('call.what')} />
              <PlainProse text={call.guidance} />
            </section>
          )}
          <section>
            <SectionHead title={t('call.title')} aside={name} />
            <CallFacts event={event} locale={locale} />
          </section>
          {event.calls.length > 1 && (
            <section>
              <SectionHead title={t('call.all')} />
              <CallList event={event} locale={locale} now={now} />
            </section>
          )}
          {call.state === 'open' && (
            <div className={styles.send}>
              <p className="muted">{t('call.how')}</p>
              <LinkButton variant="primary" size="large" href={submitAddress(slug, call)}>
                {t('submit')}
              </LinkButton>
            </div>
          )}
        </div>
        <aside aria-labelledby="facts">
          <h2 id="facts" className={styles.glance}>
            {t('facts.title')}
          </h2>
          <EventFacts event={event} locale={locale} />
        </aside>
      </div>
    </div>
  )
}
