import { getTranslations } from 'next-intl/server'
import { SectionHead } from '@/components/page-header'
import { listTags } from '../queries/articles'
import { localized } from '../schema/kinds'
import styles from './tag-cloud.module.css'

/** Every tag with how much it holds. */
export async function TagCloud({ locale, current }: { locale: string; current?: string }) {
  const [tags, t] = await Promise.all([listTags(locale), getTranslations({ locale, namespace: 'blog' })])
  if (tags.length === 0) return null
  return (
    <nav className={styles.tags} aria-labelledby="tags">
      <SectionHead id="tags" title={t('tags')} />
      <ul>
        {tags.map(({ tag, count }) => (
          <li key={tag}>
            <a href={localized(`/blog/tags/${tag}`, locale)} aria-current={tag === current ? 'page' : undefined}>
              {tag}
            </a>{' '}
            <span>{count}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}
