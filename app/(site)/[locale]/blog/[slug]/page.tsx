import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { connection } from 'next/server'
import { ArticleEnd } from '@/features/content/components/article-end'
import { ArticleHead } from '@/features/content/components/article-head'
import { ArticleJsonLd } from '@/features/content/components/article-json-ld'
import { Corrections } from '@/features/content/components/corrections'
import { prepareDrawing } from '@/features/content/components/drawing'
import { Reading } from '@/features/content/components/reading'
import { SinceThen } from '@/features/content/components/since-then'
import { SitePage } from '@/features/content/components/site-page'
import { TranslationNote, translationMarks } from '@/features/content/components/translation-note'
import { metadataOf } from '@/features/content/formats/metadata'
import { getArticle } from '@/features/content/queries/articles'
import { getSeries } from '@/features/content/queries/series'
import { findByOtherSlug, listTranslations } from '@/features/content/queries/texts'
import { getTranslationState } from '@/features/content/queries/translations'
import { localized } from '@/features/content/schema/kinds'

type Props = { params: Promise<{ locale: string; slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const article = await getArticle(locale, slug)
  if (!article) return {}
  const languages = await listTranslations('article', article.groupSlug, article.unlisted)
  const { title, summary: description, date, tags, unlisted } = article
  const authors = article.authors.map(({ name }) => name)
  return metadataOf({
    locale,
    path: `/blog/${slug}`,
    title,
    description,
    languages,
    unlisted,
    firstPublishedAt: article.originallyPublished?.url,
    article: { published: date, authors, tags },
    card: { kind: 'article', slug },
  })
}

export default async function ArticlePage({ params }: Props) {
  const { locale, slug } = await params
  await connection()
  const article = await getArticle(locale, slug)
  if (!article) {
    const elsewhere = await findByOtherSlug('article', locale, slug)
    if (elsewhere) permanentRedirect(localized(elsewhere, locale))
    notFound()
  }
  const [translations, drawing, series, state] = await Promise.all([
    listTranslations('article', article.groupSlug, article.unlisted),
    prepareDrawing(article.tree, { locale, figures: article.figures }),
    getSeries(article),
    getTranslationState('article', locale, article.groupSlug),
  ])
  const side = localized(`/blog/${slug}/side-by-side`, locale)
  return (
    <SitePage locale={locale} path={`/blog/${slug}`} translations={translations}>
      <ArticleJsonLd article={article} drawing={drawing} />
      <article className="wrap">
        <Reading
          head={
            <>
              <ArticleHead article={article} series={series} drawing={drawing} />
              <TranslationNote state={state} translations={translations} path={side} locale={locale} />
            </>
          }
          contents={article.contents}
          tree={article.tree}
          drawing={drawing}
          marks={translationMarks(state, { path: side, locale })}
          after={<Corrections corrections={article.corrections} locale={locale} />}
          notes={<SinceThen article={article} series={series} locale={locale} />}
        />
        <ArticleEnd article={article} series={series} drawing={drawing} />
      </article>
    </SitePage>
  )
}
