import { getTranslations } from 'next-intl/server'
import { MaskIcon } from '@/components/mask-icon'
import { localized } from '@/lib/i18n/addresses'
import { LONGEST_QUESTION } from '../schema'
import styles from './search-field.module.css'

type Props = { id: string; locale: string; look: 'header' | 'page'; value?: string }

/** The field that searches everything: an ordinary form, which suggests while one types. */
export async function SearchField({ id, locale, look, value = '' }: Props) {
  const t = await getTranslations({ locale, namespace: 'search' })
  return (
    <site-search class={styles.search} data-look={look} locale={locale}>
      <search>
        <form className={styles.form} action={localized('/search', locale)}>
          <label className={look === 'header' ? 'visually-hidden' : styles.label} htmlFor={id}>
            {t(look === 'header' ? 'title' : 'label')}
          </label>
          <div className={styles.row}>
            <input
              key={value}
              className={styles.input}
              id={id}
              type="search"
              name="q"
              defaultValue={value}
              placeholder={look === 'header' ? t('placeholder') : undefined}
              maxLength={LONGEST_QUESTION}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              enterKeyHint="search"
            />
            <button className={styles.button} type="submit" aria-label={t('submit')}>
              <MaskIcon of="search" />
            </button>
          </div>
        </form>
      </search>
    </site-search>
  )
}
