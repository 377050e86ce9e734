import { slugify } from '@/lib/slug'
import { fillerOf } from './phrases'
import type { Random } from './random'
import { CONTEXTS, EVIDENCE, LIMITS, OPENINGS, STEPS, TAKEAWAY_ITEMS, TAKEAWAYS } from './sentences'
import { inventTitle } from './titles'
import { TOPICS } from './topics'

export interface Article {
  slug: string
  title: string
  summary: string
  category: 'technical' | 'announcement'
  tags: string[]
  projects: string[]
  lead: string
  sections: Section[]
  /** The slug of the article before this one, to which its last paragraph leads. */
  previous: string | null
}

export interface Section {
  id: string
  heading: string
  paragraphs: string[]
  items: string[]
  /** A listing of YAML. */
  code: string | null
}

const HEADINGS = [
  'Where it began',
  'What we tried',
  'In numbers',
  'What did not work',
  'Before you start',
  'What is next',
]

interface Place {
  /** What its slug begins with; `index` counts within it. */
  series: string
  index: number
  /** The projects that may be named, by slug. */
  projects: readonly string[]
}

/** An invented article of four to six sections. */
export function inventArticle(random: Random, { series, index, projects }: Place): Article {
  const topic = random.pick(TOPICS)
  const fill = fillerOf(topic, random)
  const several = (patterns: readonly string[], count: number) =>
    random
      .sample(patterns, count)
      .map((pattern) => fill(pattern))
      .join(' ')
  const sections = random.sample(HEADINGS, random.int(4, 6)).map(
    (heading): Section => ({
      id: slugify(heading, 'section'),
      heading,
      paragraphs: [
        `${several(CONTEXTS, 2)} ${several(STEPS, 2)}`,
        `${several(STEPS, 2)} ${several(EVIDENCE, 1)} ${several(LIMITS, 1)}`,
      ],
      items: heading === 'Before you start' ? random.sample(TAKEAWAY_ITEMS, 3).map((item) => fill(item)) : [],
      code: heading === 'What we tried' ? listing(random) : null,
    }),
  )
  return {
    slug: slugOf(series, index),
    title: inventTitle(fill, 'article', random).slice(0, 200),
    summary: several(TAKEAWAYS, 1),
    category: random.chance(0.8) ? 'technical' : 'announcement',
    tags: [topic.track, slugify(fill('{about}'), 'notes')],
    projects: topic.projects.map((name) => name.toLowerCase()).filter((slug) => projects.includes(slug)),
    lead: `${several(OPENINGS, 2)} ${several(CONTEXTS, 1)}`,
    sections,
    previous: index === 0 ? null : slugOf(series, index - 1),
  }
}

function slugOf(series: string, index: number): string {
  return `${series}-${String(index + 1).padStart(4, '0')}`
}

function listing(random: Random): string {
  const lines = [
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata:',
    `  name: service-${random.int(1, 400)}`,
    'spec:',
    `  replicas: ${random.int(2, 40)}`,
    '  strategy:',
    '    type: RollingUpdate',
  ]
  return lines.join('\n')
}
