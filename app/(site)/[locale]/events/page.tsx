import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/page-header'
import { SitePage } from '@/features/content/components/site-page'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'
import { EventLists } from '@/features/events/components/event-lists'
import { listEvents } from '@/features/events/queries'
import { localized } from '@/lib/i18n/addresses'
import { siteParams } from '@/lib/i18n/params'

const path = '/events'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await siteParams(params)
  const t = await getTranslations({ locale, namespace: 'events' })
  return metadataOf({ locale, path, title: t('title'), description: t('lede'), languages: inBoth(path) })
}

export default async function EventsPage({ params }: Props) {
  await connection()
  const { locale } = await siteParams(params)
  const t = await getTranslations({ locale, namespace: 'events' })
  const now = new Date()
  return (
    <SitePage locale={locale} path={path} translations={inBoth(path)}>
      <div className="wrap">
        <PageHeader title={t('title')} lede={t('lede')} />
        <EventLists {...(await listEvents(now))} locale={locale} now={now} />
        <p className="small muted">
          <a href={localized('/events/cfp.ics', locale)}>{t('subscribe')}</a> ·{' '}
          <a href={localized('/events/cfp.json', locale)}>{t('asData')}</a>
        </p>
      </div>
    </SitePage>
  )
}
