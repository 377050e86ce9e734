import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { metadataOf } from '../formats/metadata'
import { getSideBySide } from '../queries/translations'
import { localized, pathOf } from '../schema/kinds'
import { SideBySideText } from './side-by-side'
import { SitePage } from './site-page'

type Kind = 'article' | 'case-study'
type Props = { params: Promise<{ locale: string; slug: string }> }

/** The page of a text beside its translation, for texts of one kind. */
export const sideBySidePage = (kind: Kind) =>
  async function SideBySidePage({ params }: Props) {
    const { locale, slug } = await params
    await connection()
    const [t, texts] = await Promise.all([
      getTranslations({ locale, namespace: 'translation' }),
      getSideBySide(kind, locale, slug),
    ])
    if (!texts) notFound()
    const pathIn = (own: string) => `${pathOf(kind, own)}/side-by-side`
    return (
      <SitePage
        locale={locale}
        path={pathIn(slug)}
        translations={{ en: pathIn(texts.original.slug), zh: pathIn(texts.translation.slug) }}
      >
        <SideBySideText
          texts={texts}
          locale={locale}
          back={{ href: localized(pathOf(kind, slug), locale), label: t('back') }}
        />
      </SitePage>
    )
  }

/** What the head of that page says. To search engines the two texts are what they are by themselves. */
export const sideBySideMetadata = (kind: Kind) =>
  async function generateMetadata({ params }: Props): Promise<Metadata> {
    const { locale, slug } = await params
    const [t, texts] = await Promise.all([
      getTranslations({ locale, namespace: 'translation' }),
      getSideBySide(kind, locale, slug),
    ])
    if (!texts) return {}
    const { title, summary: description } = locale === 'en' ? texts.original : texts.translation
    return metadataOf({ locale, path: pathOf(kind, slug), title: t('title', { title }), description, unlisted: true })
  }
