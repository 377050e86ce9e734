import type { PhrasingContent } from 'mdast'
import { levelOn } from '@/features/projects/rules'
import type { Drawing } from '../components/drawing'
import { localized } from '../schema/kinds'
import type { Inline } from '../schema/tree'

/** Where a text goes that leaves the site. */
export interface Journey {
  drawing: Drawing
  /** The site's own address, without a slash at its end. */
  origin: string
  /** The text's own address, absolute. */
  url: string
  /** As the target knows them, or as links to those of the page. */
  notes: 'footnotes' | 'links'
}

/** A line as Markdown's own nodes, every address absolute; what leads to a text that is not out is its words alone. */
export function portableLine(of: readonly Inline[], journey: Journey): PhrasingContent[] {
  return of.flatMap((node) => phrases(node, journey))
}

function phrases(node: Inline, journey: Journey): PhrasingContent[] {
  if (typeof node === 'string') return [{ type: 'text', value: node }]
  if (node.is === 'figure') return portableLine(node.of, journey)
  if (node.is === 'link' && journey.drawing.live.hidden.has(node.href)) return portableLine(node.of, journey)
  return [phrase(node, journey)]
}

function phrase(node: Exclude<Inline, string | { is: 'figure' }>, journey: Journey): PhrasingContent {
  const { drawing, origin } = journey
  const { live, locale } = drawing
  switch (node.is) {
    case 'emphasis':
    case 'strong':
      return { type: node.is, children: portableLine(node.of, journey) }
    case 'deleted':
      return { type: 'delete', children: portableLine(node.of, journey) }
    case 'code':
      return { type: 'inlineCode', value: node.text }
    case 'break':
      return { type: 'break' }
    case 'link':
      return linkTo(addressOf(node.href, journey), portableLine(node.of, journey), node.title)
    case 'note':
      if (journey.notes === 'footnotes') return { type: 'footnoteReference', identifier: node.id, label: node.id }
      return linkTo(`${journey.url}#${node.id}`, [{ type: 'text', value: `[${node.number}]` }])
    case 'project': {
      const name = live.projects.get(node.slug)?.name ?? node.slug
      return linkTo(origin + localized(`/projects/${node.slug}`, locale), [{ type: 'text', value: name }])
    }
    case 'person': {
      const name = live.people.get(node.slug) ?? node.slug
      return linkTo(origin + localized(`/people/${node.slug}`, locale), [{ type: 'text', value: name }])
    }
    case 'maturity': {
      const level = levelOn(live.projects.get(node.project)?.moves ?? [], node.at)
      return { type: 'text', value: level ? drawing.levels(level).toLocaleLowerCase() : drawing.words('notThen') }
    }
  }
}

/** Where an address of the text leads from anywhere: to this language's own page where there is one. */
export function addressOf(href: string, { drawing: { live, locale }, origin, url }: Journey): string {
  if (href.startsWith('#')) return url + href
  if (!href.startsWith('/')) return href
  return origin + (locale === 'en' ? href : (live.localPath(href) ?? href))
}

export function linkTo(url: string, children: PhrasingContent[], title?: string): PhrasingContent {
  // A link within a link is none in Markdown or HTML.
  const own = children.flatMap((child) => (child.type === 'link' ? child.children : [child]))
  return { type: 'link', url, children: own, ...(title ? { title } : {}) }
}
