import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { connection } from 'next/server'
import { PageHeader } from '@/components/page-header'
import { prepareDrawing } from '@/features/content/components/drawing'
import { Reading } from '@/features/content/components/reading'
import { SitePage } from '@/features/content/components/site-page'
import { metadataOf } from '@/features/content/formats/metadata'
import { findByOtherSlug, getText, listTranslations } from '@/features/content/queries/texts'
import { localized } from '@/features/content/schema/kinds'
import { LevelCriteria } from '@/features/projects/components/level-criteria'

type Props = { params: Promise<{ locale: string; page: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, page } = await params
  const text = await getText('page', locale, page)
  if (!text) return {}
  const languages = await listTranslations('page', text.groupSlug)
  return metadataOf({ locale, path: `/${page}`, title: text.title, description: text.summary, languages })
}

export default async function PlainPage({ params }: Props) {
  const { locale, page } = await params
  await connection()
  const text = await getText('page', locale, page)
  if (!text) {
    const elsewhere = await findByOtherSlug('page', locale, page)
    if (elsewhere) permanentRedirect(localized(elsewhere, locale))
    notFound()
  }
  const [translations, drawing] = await Promise.all([
    listTranslations('page', text.groupSlug),
    prepareDrawing(text.tree, { locale }),
  ])
  return (
    <SitePage locale={locale} path={`/${page}`} translations={translations}>
      <article className="wrap">
        <Reading
          head={<PageHeader title={text.title} lede={text.summary} />}
          contents={text.contents}
          tree={text.tree}
          drawing={drawing}
        />
        <LevelCriteria level={page} locale={locale} />
      </article>
    </SitePage>
  )
}
