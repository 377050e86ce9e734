import { getTranslations } from 'next-intl/server'
import { MaturityShape } from '@/components/maturity-badge'
import type { Level } from '@/generated/prisma/enums'
import type { Asked } from '../rules/view'
import styles from './level-filter.module.css'
import { listAddress } from './words'

type Props = { counts: Record<Level, number>; found: number; asked: Asked; locale: string }

/** The levels as links, so that each is an address of its own. */
export async function LevelFilter({ counts, found, asked, locale }: Props) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: 'projects' }),
    getTranslations({ locale, namespace: 'level' }),
  ])
  const levels = (['graduated', 'incubating', 'sandbox', 'archived'] as const).filter(
    (level) => counts[level] > 0 || asked.level === level,
  )
  return (
    <nav className={styles.filter} aria-label={t('filter')} data-region="levels">
      <a href={listAddress(locale, asked, { level: null })} aria-current={asked.level === null ? 'page' : undefined}>
        {t('all')} <span>{found}</span>
      </a>
      {levels.map((level) => (
        <a
          key={level}
          href={listAddress(locale, asked, { level })}
          aria-current={asked.level === level ? 'page' : undefined}
        >
          <MaturityShape level={level} size={12} /> {words(level)} <span>{counts[level]}</span>
        </a>
      ))}
    </nav>
  )
}
