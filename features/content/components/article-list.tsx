import { getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { WholeWords } from '@/components/whole-words'
import type { ArticleLine } from '../queries/articles'
import { localized } from '../schema/kinds'
import styles from './article-list.module.css'
import { TextDate } from './article-meta'

type Props = {
  articles: ArticleLine[]
  locale: string
  heading?: 'h2' | 'h3'
  /** Say of pinned ones that they are: where they stand first for that reason. */
  showsPinned?: boolean
}

/** Articles as a journal's table of contents. One in another language than the page says so. */
export async function ArticleList({ articles, locale, heading: Heading = 'h2', showsPinned = false }: Props) {
  const [text, blog] = await Promise.all([
    getTranslations({ locale, namespace: 'text' }),
    getTranslations({ locale, namespace: 'blog' }),
  ])
  return (
    <ol className={styles.list}>
      {articles.map((article) => {
        const foreign = article.locale === locale ? {} : { lang: article.locale }
        return (
          <li key={`${article.locale}/${article.slug}`} className={styles.item}>
            <p className={styles.side}>
              {showsPinned && article.pinned && <span className={styles.pinned}>{blog('pinned')}</span>}
              <span className={styles.category}>{blog(`category.${article.category}`)}</span>
              <TextDate date={article.date} locale={locale} words={text} />
            </p>
            <div className={styles.words} {...foreign}>
              <Heading className={styles.title}>
                <a
                  href={localized(`/blog/${article.slug}`, article.locale)}
                  hrefLang={article.locale === locale ? undefined : article.locale}
                >
                  <WholeWords>{article.title}</WholeWords>
                </a>
              </Heading>
              <p className={styles.summary}>{article.summary}</p>
              <p className={styles.by} lang={locale}>
                {article.authors.length > 0 && (
                  <span>
                    {article.authors.map(({ slug, name }, index) => (
                      <Fragment key={slug}>
                        {index > 0 && (locale === 'zh' ? '、' : ', ')}
                        <a href={localized(`/blog/authors/${slug}`, locale)}>{name}</a>
                      </Fragment>
                    ))}
                  </span>
                )}
                <span>{text('minutes', { minutes: article.minutes })}</span>
              </p>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
