import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { CallPage } from '@/features/events/components/call-page'
import { getEvent } from '@/features/events/queries'
import { alternates } from '@/lib/i18n/addresses'
import { siteParams } from '@/lib/i18n/params'

type Props = { params: Promise<{ locale: string; event: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, event: slug } = await siteParams(params)
  const event = await getEvent(slug, new Date())
  if (!event?.call) return {}
  const t = await getTranslations({ locale, namespace: 'events.call' })
  const { name } = event
  return {
    title: `${t('title')}: ${name}`,
    description: t('lede', { name }),
    alternates: alternates(`/events/${slug}/cfp`, locale),
  }
}

export default async function CfpPage({ params }: Props) {
  await connection()
  const { locale, event: slug } = await siteParams(params)
  const now = new Date()
  const event = await getEvent(slug, now)
  if (!event?.call) notFound()
  return <CallPage event={event} call={event.call} locale={locale} now={now} />
}
