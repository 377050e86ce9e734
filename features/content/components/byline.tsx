import { Avatar } from '@/components/avatar'
import type { ArticlePage } from '../queries/articles'
import { localized } from '../schema/kinds'
import { TextDate } from './article-meta'
import styles from './byline.module.css'
import type { Words } from './drawing'

/** Who wrote it, when, and how long it takes; what is not known is said to be so. */
export function Byline({ article, locale, words }: { article: ArticlePage; locale: string; words: Words }) {
  const { authors, byline, guest, date, minutes } = article
  return (
    <>
      {authors.map(({ slug, name, affiliation }) => (
        <span key={slug} className={styles.author}>
          <Avatar name={name} size={32} />
          <span>
            <a href={localized(`/people/${slug}`, locale)} rel="author">
              {name}
            </a>
            {affiliation && (
              <>
                {locale === 'zh' ? '，' : ', '}
                <a href={localized(`/organizations/${affiliation.slug}`, locale)}>{affiliation.name}</a>
              </>
            )}
          </span>
        </span>
      ))}
      {byline && <span>{byline}</span>}
      {guest && !byline && <span>{words('guest')}</span>}
      <TextDate date={date} locale={locale} words={words} />
      <span>{words('minutes', { minutes })}</span>
    </>
  )
}
