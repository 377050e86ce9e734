import { getTranslations } from 'next-intl/server'
import { MaturityShape } from '@/components/maturity-badge'
import { Section } from '@/features/content/components/section'
import { localized } from '@/features/content/schema/kinds'
import { formatPlainDate } from '@/lib/time-words'
import type { ProjectLine } from '../queries'
import styles from './recent-moves.module.css'

const SHOWN = 6

/** The last moves of all projects, the latest first. */
export async function RecentMoves({ projects, locale }: { projects: ProjectLine[]; locale: string }) {
  const [t, level] = await Promise.all([
    getTranslations({ locale, namespace: 'front' }),
    getTranslations({ locale, namespace: 'level' }),
  ])
  const moves = projects
    .flatMap(({ slug, name, moves }) => moves.map((move) => ({ ...move, slug, name })))
    .sort((a, b) => (a.on > b.on ? -1 : 1))
    .slice(0, SHOWN)
  if (moves.length === 0) return null
  return (
    <Section id="moved" title={t('moved')} aside={<a href={localized('/projects', locale)}>{t('allProjects')}</a>}>
      <ol className={styles.moves}>
        {moves.map((move) => (
          <li key={`${move.slug} ${move.on}`}>
            <MaturityShape level={move.level} />
            <div>
              <a href={localized(`/projects/${move.slug}`, locale)}>
                {t('movedTo', { project: move.name, level: level(move.level).toLocaleLowerCase() })}
              </a>
              <time dateTime={move.on}>{formatPlainDate(move.on, locale === 'zh' ? 'zh' : 'en')}</time>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
