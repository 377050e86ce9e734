import { getTranslations } from 'next-intl/server'
import { type Column, Table } from '@/components/table'
import type { FigureOrder } from '../queries/figures'
import { isSafeAddress } from '../rules'
import type { FigureLine } from '../schema/figures'
import { localized } from '../schema/kinds'
import styles from './figure-table.module.css'

type Props = { figures: FigureLine[]; order: FigureOrder; orderHref: string; locale: string }

const ARROWS = { up: '↑', down: '↓', flat: '→' } as const

/** Figures of many texts; each leads to the sentence that states it. */
export async function FigureTable({ figures, order, orderHref, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'cases' })
  const numbers = new Intl.NumberFormat(locale)
  const columns: Column<FigureLine>[] = [
    {
      key: 'value',
      label: t('figure'),
      heads: true,
      width: '14rem',
      sort: { href: orderHref, direction: order === 'value' ? 'descending' : null },
      cell: ({ value, unit, direction, path, locale: own }) => (
        <a href={path} hrefLang={own === locale ? undefined : own} className={styles.value}>
          {direction && (
            <>
              <span aria-hidden>{ARROWS[direction]}</span>
              <span className="visually-hidden">{t(`directions.${direction}`)} </span>
            </>
          )}{' '}
          <span lang={own === locale ? undefined : own}>
            {numbers.format(value)}
            {unit === '%' ? '%' : ` ${unit}`}
          </span>
        </a>
      ),
    },
    {
      key: 'label',
      label: t('what'),
      cell: ({ label, sentence, baseline, period, locale: own }) => (
        <div lang={own === locale ? undefined : own}>
          {label}
          <span className={styles.note}>
            {[baseline && t('from', { baseline }), period].filter(Boolean).join(locale === 'zh' ? '；' : '; ')}
          </span>
          <q className={styles.sentence}>{sentence}</q>
        </div>
      ),
    },
    {
      key: 'project',
      label: t('project'),
      cell: ({ project, projectName }) =>
        project && <a href={localized(`/projects/${project}`, locale)}>{projectName}</a>,
    },
    {
      key: 'text',
      label: t('text'),
      width: '15rem',
      cell: ({ organization, organizationName, industry, title, path, source, locale: own }) => (
        <>
          {organization ? (
            <a href={localized(`/organizations/${organization}`, locale)}>{organizationName}</a>
          ) : (
            <a href={path.split('#')[0]} lang={own === locale ? undefined : own}>
              {title}
            </a>
          )}
          {industry && (
            <span className={styles.note} lang={own === locale ? undefined : own}>
              {industry}
            </span>
          )}
          {source && <span className={styles.note}>{sourceOf(source, t('source'))}</span>}
        </>
      ),
    },
  ]
  return <Table caption={t('figures')} captionHidden columns={columns} rows={figures} rowKey={({ path }) => path} />
}

/** Where a number comes from: words, or an address on the open web. */
export function sourceOf(source: string, label: string) {
  const isAddress = /^https?:/.test(source) && isSafeAddress(source)
  return (
    <>
      {label}
      {label.endsWith('：') ? '' : ' '}
      {isAddress ? <a href={source}>{new URL(source).hostname}</a> : source}
    </>
  )
}
