import { listNamedEvents } from '@/features/events/queries'
import { closingDay } from '@/features/events/rules'
import type { EventSummary } from '@/features/events/schema'
import { listMovesOf } from '@/features/projects/queries'
import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'
import { wallClock } from '@/lib/time'
import { changesSince, type Since, type SinceFacts } from '../rules/since'
import { pathOf } from '../schema/kinds'
import type { ArticlePage } from './articles'
import type { Series } from './series'
import { dayOf, preferred } from './texts'
import { isListed, untilNextText } from './visible'

/** What has changed for what this article speaks of, since its day; each kind in one query however much there is. */
export async function listSince(article: ArticlePage, series: Series | null, now: Date): Promise<Since[]> {
  await untilNextText()
  const locales = [...new Set([article.locale, 'en'])]
  const [projects, events, studies, authors] = await Promise.all([
    listProjectsSince(article, locales),
    listNamedEvents(article.events, now),
    listStudies(article, locales),
    listAffiliations(article),
  ])
  return changesSince({
    day: article.sortDate,
    today: now.toISOString().slice(0, 10),
    announcesCall: article.category === 'call',
    projects,
    events: events.map(eventFacts),
    laterParts: series?.position ? series.parts.slice(series.position) : [],
    studies,
    authors,
  })
}

async function listProjectsSince(article: ArticlePage, locales: string[]): Promise<SinceFacts['projects']> {
  const projects = await listMovesOf(article.projects.map(({ slug }) => slug))
  const announced = projects.flatMap(({ moves }) => moves.flatMap(({ announcement }) => announcement ?? []))
  touch(...announced.map((slug) => `article:${slug}`))
  const rows = await db.document.findMany({
    where: {
      kind: 'article',
      groupSlug: { in: announced, not: article.groupSlug },
      locale: { in: locales },
      ...isListed(),
    },
    select: { slug: true, locale: true, title: true, groupSlug: true },
  })
  const articles = new Map(preferred(rows, locales).map(({ groupSlug, ...link }) => [groupSlug, link]))
  return projects.map(({ moves, ...project }) => ({
    ...project,
    moves: moves.map((move) => ({ ...move, article: articles.get(move.announcement ?? '') ?? null })),
  }))
}

function eventFacts({ slug, name, startsOn, endsOn, phase, call, isReleased, timeZone }: EventSummary) {
  const closesAt = call?.state === 'closed' ? call.closesAt : null
  const closedThere = (at: Date) => (call?.closesByDay ? closingDay(at) : wallClock(at, timeZone).slice(0, 10))
  return {
    slug,
    name,
    firstDay: startsOn,
    lastDay: endsOn ?? startsOn,
    isOver: phase === 'over',
    callClosedOn: closesAt && closedThere(closesAt),
    isReleased,
  }
}

/** Those that it already leads to are no news under it. */
async function listStudies(article: ArticlePage, locales: string[]): Promise<SinceFacts['studies']> {
  const slugs = article.organizations.map(({ slug }) => slug)
  touch('case-studies')
  const rows = await db.document.findMany({
    where: {
      kind: 'case_study',
      locale: { in: locales },
      ...isListed(),
      sortDate: { gt: new Date(article.sortDate) },
      organizations: { some: { organization: { slug: { in: slugs } } } },
    },
    select: {
      slug: true,
      locale: true,
      title: true,
      groupSlug: true,
      publishedOn: true,
      sortDate: true,
      organizations: { select: { organization: { select: { slug: true, name: true } } } },
    },
    orderBy: { sortDate: 'desc' },
    take: 20,
  })
  return preferred(rows, locales).flatMap(({ organizations: [of], publishedOn, sortDate, groupSlug, ...link }) =>
    of && !article.links.includes(pathOf('case-study', groupSlug))
      ? [{ ...link, organization: of.organization, date: dayOf(publishedOn), sortDate: dayOf(sortDate) }]
      : [],
  )
}

async function listAffiliations({ authors }: ArticlePage): Promise<SinceFacts['authors']> {
  const slugs = authors.map(({ slug }) => slug)
  touch(...slugs.map((slug) => `person:${slug}`))
  const people = await db.person.findMany({ where: { slug: { in: slugs } }, select: { slug: true, affiliation: true } })
  return authors.map(({ slug, name, affiliation }) => ({
    slug,
    name,
    before: affiliation?.name ?? null,
    now: people.find((person) => person.slug === slug)?.affiliation ?? null,
  }))
}
