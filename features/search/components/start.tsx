import { Search } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/empty-state'
import { localized } from '@/lib/i18n/addresses'
import { searchPath } from '../rules/addresses'
import styles from './results.module.css'

type Props = { locale: string; examples: string[]; places: { href: string; label: string }[]; isUnreadable: boolean }

/** Before anything is asked: what can be asked, and where else to look. */
export async function SearchStart({ locale, examples, places, isUnreadable }: Props) {
  const t = await getTranslations({ locale, namespace: 'search' })
  return (
    <EmptyState icon={Search} title={t(isUnreadable ? 'nothing' : 'start')}>
      <p>{t(isUnreadable ? 'unreadable' : 'startHint')}</p>
      {examples.length > 0 && (
        <p className={styles.examples}>
          {t('examples')}
          {examples.map((example) => (
            <a key={example} href={localized(searchPath(example), locale)}>
              {example}
            </a>
          ))}
        </p>
      )}
      <p className={styles.examples}>
        {t('browse')}
        {places.map(({ href, label }) => (
          <a key={href} href={href}>
            {label}
          </a>
        ))}
      </p>
    </EmptyState>
  )
}
