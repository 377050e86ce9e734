import { getTranslations } from 'next-intl/server'
import { listTags } from '../queries/articles'
import { localized } from '../schema/kinds'
import { CountedLinks } from './counted-links'

/** Every tag with how much it holds. */
export async function TagCloud({ locale, current }: { locale: string; current?: string }) {
  const [tags, t] = await Promise.all([listTags(locale), getTranslations({ locale, namespace: 'blog' })])
  const links = tags.map(({ tag, count }) => ({
    ...{ href: localized(`/blog/tags/${tag}`, locale), label: tag, count },
    current: tag === current,
  }))
  return <CountedLinks id="tags" title={t('tags')} links={links} />
}
