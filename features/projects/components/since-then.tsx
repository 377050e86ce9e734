import { getTranslations } from 'next-intl/server'
import { MaturityShape } from '@/components/maturity-badge'
import { Timeline } from '@/components/timeline'
import { formatPlainDate } from '@/lib/time-words'
import { listMovesOf } from '../queries'
import { movesSince } from '../rules'

type Props = { projects: { slug: string }[]; day: string; locale: string }

/** What became of these projects after that day; nothing where nothing has. */
export async function SinceThen({ projects, day, locale }: Props) {
  const [known, text, level, front] = await Promise.all([
    listMovesOf(projects.map(({ slug }) => slug)),
    getTranslations({ locale, namespace: 'text' }),
    getTranslations({ locale, namespace: 'level' }),
    getTranslations({ locale, namespace: 'front' }),
  ])
  const moves = known.flatMap(({ name, moves }) => movesSince(moves, day).map((move) => ({ ...move, project: name })))
  if (moves.length === 0) return null
  return (
    <aside aria-labelledby="since-then" className="stack">
      <h2 id="since-then" style={{ fontSize: 'var(--text-xl)' }}>
        {text('sinceThen')}
      </h2>
      <Timeline
        moments={moves
          .sort((a, b) => (a.on < b.on ? -1 : 1))
          .map((move) => ({
            date: formatPlainDate(move.on, locale === 'zh' ? 'zh' : 'en'),
            dateTime: move.on,
            title: front('movedTo', { project: move.project, level: level(move.level).toLocaleLowerCase() }),
            mark: <MaturityShape level={move.level} />,
          }))}
      />
    </aside>
  )
}
