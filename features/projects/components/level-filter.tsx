import { getTranslations } from 'next-intl/server'
import { MaturityShape } from '@/components/maturity-badge'
import { localized } from '@/features/content/schema/kinds'
import type { Level } from '@/generated/prisma/enums'
import type { ProjectLine } from '../queries'
import { countByLevel } from '../rules'
import styles from './level-filter.module.css'

type Props = { projects: ProjectLine[]; today: string; level: Level | null; locale: string }

/** The levels as links, so that each is an address of its own. */
export async function LevelFilter({ projects, today, level: chosen, locale }: Props) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: 'projects' }),
    getTranslations({ locale, namespace: 'level' }),
  ])
  const counts = countByLevel(projects, today)
  const path = localized('/projects', locale)
  const levels = (['graduated', 'incubating', 'sandbox', 'archived'] as const).filter((level) => counts[level] > 0)
  return (
    <nav className={styles.filter} aria-label={t('filter')}>
      <a href={path} aria-current={chosen === null ? 'page' : undefined}>
        {t('all')} <span>{projects.length}</span>
      </a>
      {levels.map((level) => (
        <a key={level} href={`${path}?level=${level}`} aria-current={chosen === level ? 'page' : undefined}>
          <MaturityShape level={level} size={12} /> {words(level)} <span>{counts[level]}</span>
        </a>
      ))}
    </nav>
  )
}
