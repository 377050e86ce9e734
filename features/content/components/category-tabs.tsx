import { getTranslations } from 'next-intl/server'
import { TabLinks } from '@/components/tab-links'
import { listCategories } from '../queries/archive'
import type { Category } from '../schema/front-matter'
import { localized } from '../schema/kinds'

/** All articles, or those of one kind. */
export async function CategoryTabs({ locale, current }: { locale: string; current: Category | null }) {
  const [categories, t] = await Promise.all([listCategories(locale), getTranslations({ locale, namespace: 'blog' })])
  if (categories.length < 2 && !current) return null
  const links = categories.map(({ category, count }) => ({
    href: localized(`/blog?category=${category}`, locale),
    label: t(`category.${category}`),
    current: category === current,
    count,
  }))
  const all = { href: localized('/blog', locale), label: t('allKinds'), current: current === null }
  return <TabLinks label={t('kinds')} links={[all, ...links]} />
}
