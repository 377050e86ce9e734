import { Card } from '@/components/card'
import { SectionHead } from '@/components/page-header'
import { type ArticlePage, listRelated, type Related } from '../queries/articles'
import { localized } from '../schema/kinds'
import styles from './article-end.module.css'
import { TextDate } from './article-meta'
import type { Drawing } from './drawing'

/** What follows a text: what it is about, and what to read on, with the reason. */
export async function ArticleEnd({ article, drawing }: { article: ArticlePage; drawing: Drawing }) {
  const { words, locale } = drawing
  const related = await listRelated(article)
  return (
    <footer className={styles.end} data-screen-only>
      <nav aria-label={words('tags')}>
        <ul className={styles.tags}>
          {article.tags.map((tag) => (
            <li key={tag}>
              <a href={localized(`/blog/tags/${tag}`, locale)}>#{tag}</a>
            </li>
          ))}
        </ul>
      </nav>
      {related.length > 0 && (
        <section>
          <SectionHead title={words('readOn')} />
          <div className="columns">
            {related.map((other) => (
              <Card
                key={other.slug}
                href={localized(`/blog/${other.slug}`, other.locale)}
                kicker={reasonOf(other, drawing)}
                title={other.title}
                meta={<TextDate date={other.date} locale={locale} words={words} />}
              />
            ))}
          </div>
        </section>
      )}
    </footer>
  )
}

function reasonOf({ because }: Related, { words }: Drawing): string {
  return 'project' in because ? words('alsoAbout', because) : words('alsoTagged', because)
}
