import type { Level } from '@/generated/prisma/enums'
import { levelOn } from '../rules'
import { aliasKey, namesIn } from '../rules/alias'
import type { ProjectDetails, ProjectLink, ProjectSource } from '../schema'
import { auditsOf } from './audits'
import type { Group } from './fields'
import type { FoundAt } from './found'
import { EXTRA, nearest } from './known-fields'
import type { Note } from './nodes'

const LEVELS: readonly Level[] = ['sandbox', 'incubating', 'graduated', 'archived']

/** An item as a project, or null where it is none. */
export function projectOf(
  item: Group,
  name: string,
  where: { category: string | null; subcategory: string | null },
  note: Note,
): FoundAt | null {
  const extra = item.group('extra', EXTRA)
  const stated = item.text('project')
  if (stated === null) return null
  if (!extra) note(item.place, `${name}: is a project without extra, so nothing says when it came`)
  const moves = extra ? movesOf(extra, name, note) : []
  const level = levelOn(moves, '9999-12-31')
  const meant = LEVELS.find((known) => known === stated) ?? nearest(stated, LEVELS)
  if (meant !== stated)
    note(item.placeOf('project'), `${name}: “${stated}” is no level${meant ? `; ${meant} is meant` : ''}`)
  if (level && meant && level !== meant)
    note(item.placeOf('project'), `${name}: says ${meant}, and its dates say ${level}; the dates were taken`)
  const key = extra?.text('lfx_slug')?.toLowerCase()
  const useCase = extra?.text('summary_use_case') ?? null
  const description = item.text('description') ?? extra?.text('summary_business_use_case') ?? useCase
  const source: ProjectSource = {
    name,
    tagline: description && taglineOf(description),
    homepage: item.url('homepage_url'),
    repository: item.url('repo_url'),
    ...where,
    details: {
      ...detailsOf(item, extra, name, note),
      useCase: longest(description, useCase),
    },
    moves: moves.map((move) => ({ ...move, announcement: null })),
    aliases: [...namesIn(name), ...['lfx_slug', 'clomonitor_name'].flatMap((field) => extra?.text(field) ?? [])],
  }
  return { key: key ?? `name ${aliasKey(name)}`, source, place: item.place }
}

const SHORT = 140

/** The first sentence where a description is long, cut at a word where that is long too. */
function taglineOf(description: string): string {
  if (description.length <= SHORT) return description
  const [sentence = description] = description.split(/(?<=[.!?]) (?=\p{Lu})/u)
  return sentence.length <= SHORT ? sentence : `${sentence.slice(0, SHORT).replace(/[\s,;:]+\S*$/, '')} …`
}

/** What says most about a project; nothing where its tagline says it all. */
function longest(description: string | null, useCase: string | null): string | null {
  const told = [useCase ?? '', description ?? ''].sort((a, b) => b.length - a.length)[0] ?? ''
  return told === '' || (told === description && told.length <= SHORT) ? null : told
}

/** `accepted` is the day it came: to the sandbox, or to the level whose date is the same. */
function movesOf(extra: Group, name: string, note: Note): { level: Level; on: string }[] {
  const accepted = extra.day('accepted')
  const later = (['incubating', 'graduated', 'archived'] as const).flatMap((level) => {
    const on = extra.day(level)
    return on === null ? [] : [{ level, on }]
  })
  if (accepted === null) note(extra.place, `${name}: has no day on which it was accepted`)
  const isEntry = accepted !== null && later.every(({ on }) => on !== accepted)
  const moves = isEntry ? [{ level: 'sandbox' as const, on: accepted }, ...later] : later
  for (const [at, { level, on }] of moves.entries()) {
    const before = moves[at - 1]
    if (before && before.on > on)
      note(extra.placeOf(level), `${name}: ${level} on ${on} comes before ${before.level} on ${before.on}`)
  }
  return moves
}

function detailsOf(item: Group, extra: Group | null, name: string, note: Note): ProjectDetails {
  const repository = item.url('repo_url')
  const more = item.list('additional_repos').flatMap((node) => {
    const field = node.is === 'group' ? node.fields.find(({ key }) => key === 'repo_url') : undefined
    const url = field?.value.is === 'text' ? field.value.text : null
    if (url?.startsWith('https://')) return [url]
    note(node.place, `${name}: an additional repository without repo_url; it was left out`)
    return []
  })
  const date = extra?.day('annual_review_date')
  const url = extra?.url('annual_review_url')
  return {
    repositories: [...(repository ? [repository] : []), ...more],
    links: linksOf(item, extra),
    audits: extra ? auditsOf(extra, name, note) : [],
    reviews: date ? [{ date, ...(url ? { url } : {}) }] : [],
    criteria: [],
    useCase: null,
    tags: [
      ...new Set(
        (extra?.text('summary_tags') ?? '')
          .split(',')
          .map((tag) => tag.trim())
          .filter(Boolean),
      ),
    ],
  }
}

const LINKS: [string, ProjectLink['kind']][] = [
  ...([
    ['documentation_url', 'docs'],
    ['blog_url', 'blog'],
    ['slack_url', 'slack'],
    ['gitter_url', 'chat'],
  ] as const),
  ...([
    ['discord_url', 'chat'],
    ['github_discussions_url', 'discussions'],
    ['mailing_list_url', 'mailing-list'],
  ] as const),
  ...([
    ['stack_overflow_url', 'stack-overflow'],
    ['youtube_url', 'youtube'],
    ['linkedin_url', 'linkedin'],
  ] as const),
  ...([
    ['bluesky_url', 'bluesky'],
    ['dev_stats_url', 'dev-stats'],
    ['package_manager_url', 'packages'],
  ] as const),
  ...([
    ['docker_url', 'packages'],
    ['artwork_url', 'artwork'],
  ] as const),
].map(([field, kind]) => [field, kind])

function linksOf(item: Group, extra: Group | null): ProjectLink[] {
  const links = LINKS.flatMap(([field, kind]) => {
    const url = extra?.url(field) ?? (field === 'bluesky_url' ? item.url(field) : null)
    return url ? [{ kind, url }] : []
  })
  const twitter = item.url('twitter')
  return twitter ? [...links, { kind: 'twitter', url: twitter }] : links
}
