import type { Metadata } from 'next'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/page-header'
import { EventLists } from '@/features/events/components/event-lists'
import { listEvents } from '@/features/events/queries'
import { alternates } from '@/lib/i18n/addresses'
import { siteParams } from '@/lib/i18n/params'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await siteParams(params)
  const t = await getTranslations({ locale, namespace: 'events' })
  return { title: t('title'), description: t('lede'), alternates: alternates('/events', locale) }
}

export default async function EventsPage({ params }: Props) {
  await connection()
  const { locale } = await siteParams(params)
  const t = await getTranslations({ locale, namespace: 'events' })
  const now = new Date()
  return (
    <div className="wrap">
      <PageHeader title={t('title')} lede={t('lede')} />
      <EventLists {...(await listEvents(now))} locale={locale} now={now} />
    </div>
  )
}
