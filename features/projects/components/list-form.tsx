import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { Select } from '@/components/select'
import { TextField } from '@/components/text-field'
import { localized } from '@/features/content/schema/kinds'
import { type Asked, categoryKey, SORTS } from '../rules/view'
import styles from './list-form.module.css'
import { listAddress } from './words'

type Props = { categories: (string | null)[]; asked: Asked; locale: string }

/** What the list can be searched and sorted by, as a form whose answer is an address. */
export async function ListForm({ categories, asked, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'projects' })
  const names = [...new Set(categories)].sort(
    (a, b) => Number(a === null) - Number(b === null) || (a ?? '').localeCompare(b ?? ''),
  )
  const kept = { level: asked.level, view: asked.view === 'cards' ? null : asked.view, on: asked.on }
  return (
    <search aria-label={t('find')} data-screen-only="">
      <form action={localized('/projects', locale)} className={styles.form} data-live>
        <TextField name="q" type="search" label={t('q')} defaultValue={asked.q} />
        <Select
          name="category"
          label={t('category')}
          empty={t('any')}
          options={names.map((name) => ({ value: categoryKey(name), label: name ?? t('noCategory') }))}
          defaultValue={asked.category ?? ''}
        />
        <Select
          name="sort"
          label={t('sort')}
          options={SORTS.map((sort) => ({ value: sort === 'name' ? '' : sort, label: t(`sorts.${sort}`) }))}
          defaultValue={asked.sort === 'name' ? '' : asked.sort}
        />
        {Object.entries(kept).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <div className={styles.actions}>
          <Button type="submit">{t('show')}</Button>
          {(asked.q || asked.category) && (
            <a href={listAddress(locale, asked, { q: '', category: null })}>{t('reset')}</a>
          )}
        </div>
      </form>
    </search>
  )
}
