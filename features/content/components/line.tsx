import { Fragment, type ReactNode } from 'react'
import { MaturityShape } from '@/components/maturity-badge'
import { levelOn } from '@/features/projects/rules'
import { localized } from '../schema/kinds'
import type { Inline } from '../schema/tree'
import type { Drawing } from './drawing'
import styles from './tree.module.css'

/** What stands in a line of a text. */
export function Line({ of, drawing }: { of: Inline[]; drawing: Drawing }) {
  return of.map((node, index) => <Fragment key={index}>{inlineOf(node, drawing)}</Fragment>)
}

function inlineOf(node: Inline, drawing: Drawing): ReactNode {
  if (typeof node === 'string') return node
  switch (node.is) {
    case 'emphasis':
      return <em>{<Line of={node.of} drawing={drawing} />}</em>
    case 'strong':
      return <strong>{<Line of={node.of} drawing={drawing} />}</strong>
    case 'deleted':
      return <del>{<Line of={node.of} drawing={drawing} />}</del>
    case 'code':
      return <code>{node.text}</code>
    case 'break':
      return <br />
    case 'link':
      if (drawing.live.hidden.has(node.href)) return <Line of={node.of} drawing={drawing} />
      return (
        <a {...linkOf(node.href, drawing)} title={node.title}>
          <Line of={node.of} drawing={drawing} />
        </a>
      )
    case 'note':
      return (
        <sup>
          <a
            id={`${node.id}-mark`}
            href={`#${node.id}`}
            aria-label={drawing.words('noteNumber', { number: node.number })}
          >
            {node.number}
          </a>
        </sup>
      )
    case 'figure':
      return (
        <span id={node.id} className={styles.figure}>
          <Line of={node.of} drawing={drawing} />
        </span>
      )
    case 'project':
      return <ProjectLink slug={node.slug} drawing={drawing} />
    case 'person':
      return (
        <a href={localized(`/people/${node.slug}`, drawing.locale)}>
          {drawing.live.people.get(node.slug) ?? node.slug}
        </a>
      )
    case 'maturity':
      return <LevelThen project={node.project} at={node.at} drawing={drawing} />
  }
}

/** A link of the text in its reader's language where that exists; in English, marked as such, where it does not. */
function linkOf(href: string, { locale, live }: Drawing): { href: string; hrefLang?: string } {
  if (!href.startsWith('/') || locale === 'en') return { href }
  const own = live.localPath(href)
  return own === null ? { href, hrefLang: 'en' } : { href: own }
}

/** A project's name with its level as it is today. */
function ProjectLink({ slug, drawing: { live, levels, locale } }: { slug: string; drawing: Drawing }) {
  const project = live.projects.get(slug)
  const level = levelOn(project?.moves ?? [], live.today)
  return (
    <a
      href={localized(`/projects/${slug}`, locale)}
      className={styles.project}
      title={level ? levels(level) : undefined}
    >
      {project?.name ?? slug}
      {level && <MaturityShape level={level} size={11} />}
    </a>
  )
}

function LevelThen({
  project,
  at,
  drawing: { live, levels, words },
}: {
  project: string
  at: string
  drawing: Drawing
}) {
  const level = levelOn(live.projects.get(project)?.moves ?? [], at)
  return (
    <span className={styles.level}>
      {level && <MaturityShape level={level} size={12} />}
      {level ? levels(level).toLocaleLowerCase() : words('notThen')}
    </span>
  )
}
