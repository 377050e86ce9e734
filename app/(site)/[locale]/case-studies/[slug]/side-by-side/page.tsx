import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { SideBySideText } from '@/features/content/components/side-by-side'
import { SitePage } from '@/features/content/components/site-page'
import { metadataOf } from '@/features/content/formats/metadata'
import { getSideBySide } from '@/features/content/queries/translations'
import { localized } from '@/features/content/schema/kinds'

type Props = { params: Promise<{ locale: string; slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const [t, texts] = await Promise.all([
    getTranslations({ locale, namespace: 'translation' }),
    getSideBySide('case-study', locale, slug),
  ])
  if (!texts) return {}
  const { title, summary: description } = locale === 'en' ? texts.original : texts.translation
  // To search engines the two texts are what they are by themselves.
  return metadataOf({
    locale,
    path: `/case-studies/${slug}`,
    title: t('title', { title }),
    description,
    unlisted: true,
  })
}

export default async function SideBySidePage({ params }: Props) {
  const { locale, slug } = await params
  await connection()
  const [t, texts] = await Promise.all([
    getTranslations({ locale, namespace: 'translation' }),
    getSideBySide('case-study', locale, slug),
  ])
  if (!texts) notFound()
  const pathIn = (own: string) => `/case-studies/${own}/side-by-side`
  return (
    <SitePage
      locale={locale}
      path={pathIn(slug)}
      translations={{ en: pathIn(texts.original.slug), zh: pathIn(texts.translation.slug) }}
    >
      <SideBySideText
        texts={texts}
        locale={locale}
        back={{ href: localized(`/case-studies/${slug}`, locale), label: t('back') }}
      />
    </SitePage>
  )
}
