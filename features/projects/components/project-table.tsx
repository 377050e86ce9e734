import { getTranslations } from 'next-intl/server'
import { MaturityBadge } from '@/components/maturity-badge'
import { type Column, Table } from '@/components/table'
import { localized } from '@/features/content/schema/kinds'
import type { Asked, Sort } from '../rules/view'
import type { Shown } from './shown'
import { listAddress, longDay } from './words'

type Props = { shown: Shown[]; asked: Asked; caption: string; locale: string }

/** The same projects as rows; each head sorts by an address of its own. */
export async function ProjectTable({ shown, asked, caption, locale }: Props) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: 'projects' }),
    getTranslations({ locale, namespace: 'level' }),
  ])
  const sortBy = (sort: Sort, direction: 'ascending' | 'descending') => ({
    sort: { href: listAddress(locale, asked, { sort }), direction: asked.sort === sort ? direction : null },
  })
  const day = (on: string) => <time dateTime={on}>{longDay(on, locale)}</time>
  const columns: Column<Shown>[] = [
    {
      ...{ key: 'name', label: t('name'), heads: true, ...sortBy('name', 'ascending') },
      cell: ({ project: { slug, name } }) => <a href={localized(`/projects/${slug}`, locale)}>{name}</a>,
    },
    {
      ...{ key: 'level', label: t('filter'), ...sortBy('level', 'descending') },
      cell: ({ level }) => <MaturityBadge level={level} label={words(level)} />,
    },
    { key: 'since', label: t('sinceHead'), cell: ({ since }) => day(since) },
    {
      ...{ key: 'entered', label: t('enteredHead'), ...sortBy('date', 'descending') },
      cell: ({ entered }) => day(entered),
    },
    { key: 'category', label: t('category'), cell: ({ project }) => project.subcategory ?? project.category ?? '' },
    { key: 'articles', label: t('written'), numeric: true, cell: ({ project }) => project.articles },
  ]
  return <Table caption={caption} captionHidden columns={columns} rows={shown} rowKey={({ project }) => project.slug} />
}
