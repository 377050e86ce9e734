import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/card'
import { type ArticleLine, listArticles } from '../queries/articles'
import { localized } from '../schema/kinds'
import { TextDate } from './article-meta'
import styles from './front.module.css'
import { Section } from './section'

/** The newest articles: the first at length, the others beside it. */
export async function FrontArticles({ locale }: { locale: string }) {
  const [{ items }, t, blog, words] = await Promise.all([
    listArticles({ locales: [locale, 'en'] }),
    getTranslations({ locale, namespace: 'front' }),
    getTranslations({ locale, namespace: 'blog' }),
    getTranslations({ locale, namespace: 'text' }),
  ])
  const [first, ...others] = items
  if (!first) return null
  const card = (article: ArticleLine, size: 'large' | 'medium') => (
    <div key={article.slug} lang={article.locale === locale ? undefined : article.locale}>
      <Card
        size={size}
        href={localized(`/blog/${article.slug}`, article.locale)}
        hrefLang={article.locale === locale ? undefined : article.locale}
        kicker={<span lang={locale}>{blog(`category.${article.category}`)}</span>}
        title={article.title}
        meta={
          <span lang={locale}>
            <TextDate date={article.date} locale={locale} words={words} />
          </span>
        }
      >
        {size === 'large' && article.summary}
      </Card>
    </div>
  )
  return (
    <Section id="latest" title={t('latest')} aside={<a href={localized('/blog', locale)}>{t('allArticles')}</a>}>
      <div className={styles.articles}>
        {card(first, 'large')}
        <div className={styles.others}>{others.slice(0, 4).map((article) => card(article, 'medium'))}</div>
      </div>
    </Section>
  )
}
