import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { JsonLd } from '@/components/json-ld'
import { PageHeader } from '@/components/page-header'
import { Breadcrumb } from '@/features/content/components/breadcrumb'
import { CaseFacts } from '@/features/content/components/case-facts'
import { CaseParts } from '@/features/content/components/case-parts'
import { prepareDrawing } from '@/features/content/components/drawing'
import { Reading } from '@/features/content/components/reading'
import { SitePage } from '@/features/content/components/site-page'
import { TranslationNote, translationMarks } from '@/features/content/components/translation-note'
import { caseStudyArticle } from '@/features/content/formats/json-ld'
import { metadataOf } from '@/features/content/formats/metadata'
import { getCaseStudy } from '@/features/content/queries/case-studies'
import { getPublisher } from '@/features/content/queries/publisher'
import { findByOtherSlug, listTranslations } from '@/features/content/queries/texts'
import { getTranslationState } from '@/features/content/queries/translations'
import { localized } from '@/features/content/schema/kinds'

type Props = { params: Promise<{ locale: string; slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const study = await getCaseStudy(locale, slug)
  if (!study) return {}
  const languages = await listTranslations('case-study', study.groupSlug, study.unlisted)
  const { title, summary: description, unlisted } = study
  const card = { kind: 'case-study', slug } as const
  return metadataOf({ locale, path: `/case-studies/${slug}`, title, description, languages, unlisted, card })
}

export default async function CaseStudyPage({ params }: Props) {
  const { locale, slug } = await params
  await connection()
  const study = await getCaseStudy(locale, slug)
  if (!study) {
    const elsewhere = await findByOtherSlug('case-study', locale, slug)
    if (elsewhere) permanentRedirect(localized(elsewhere, locale))
    notFound()
  }
  const [t, translations, drawing, publisher, state] = await Promise.all([
    getTranslations({ locale, namespace: 'cases' }),
    listTranslations('case-study', study.groupSlug, study.unlisted),
    prepareDrawing(study.tree, { locale, figures: study.figures }),
    getPublisher(locale),
    getTranslationState('case-study', locale, study.groupSlug),
  ])
  const side = localized(`/case-studies/${slug}/side-by-side`, locale)
  const head = (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={t('breadcrumb')}
            items={[{ href: localized('/case-studies', locale), label: t('title') }]}
          />
        }
        kicker={study.organization?.name}
        title={study.title}
        lede={study.summary}
      />
      <TranslationNote state={state} translations={translations} path={side} locale={locale} />
      <CaseParts study={study} locale={locale} />
    </>
  )
  return (
    <SitePage locale={locale} path={`/case-studies/${slug}`} translations={translations}>
      <JsonLd data={caseStudyArticle(study, publisher)} />
      <article className="wrap">
        <Reading
          head={head}
          contents={study.contents}
          tree={study.tree}
          drawing={drawing}
          marks={translationMarks(state, { path: side, locale })}
          notes={<CaseFacts study={study} locale={locale} />}
        />
      </article>
    </SitePage>
  )
}
