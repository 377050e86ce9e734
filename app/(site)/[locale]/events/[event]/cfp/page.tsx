import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { SitePage } from '@/features/content/components/site-page'
import { inBoth, metadataOf } from '@/features/content/formats/metadata'
import { CallPage } from '@/features/events/components/call-page'
import { getEvent } from '@/features/events/queries'
import { siteParams } from '@/lib/i18n/params'

type Props = { params: Promise<{ locale: string; event: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, event: slug } = await siteParams(params)
  const event = await getEvent(slug, new Date())
  if (!event?.call) return {}
  const t = await getTranslations({ locale, namespace: 'events.call' })
  const { name } = event
  const path = `/events/${slug}/cfp`
  const words = { title: `${t('title')}: ${name}`, description: t('lede', { name }) }
  return metadataOf({ locale, path, ...words, languages: inBoth(path), card: { kind: 'event', slug } })
}

export default async function CfpPage({ params }: Props) {
  await connection()
  const { locale, event: slug } = await siteParams(params)
  const now = new Date()
  const event = await getEvent(slug, now)
  if (!event?.call) notFound()
  const path = `/events/${slug}/cfp`
  return (
    <SitePage locale={locale} path={path} translations={inBoth(path)}>
      <CallPage event={event} call={event.call} locale={locale} now={now} />
    </SitePage>
  )
}
