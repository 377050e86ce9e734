import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { getArticle } from '@/features/content/queries/articles'
import { getCaseStudy } from '@/features/content/queries/case-studies'
import { getSiteView } from '@/features/content/queries/chrome'
import { getOrganizationText } from '@/features/content/queries/organizations'
import { getSite } from '@/features/content/queries/site'
import { getEvent } from '@/features/events/queries'
import { getOrganization } from '@/features/organizations/queries'
import { getPerson } from '@/features/people/queries'
import { getProject } from '@/features/projects/queries'
import { levelOn } from '@/features/projects/rules'
import { programmeOf } from '@/features/schedule/formats/programme'
import { getReleasedSchedule } from '@/features/schedule/queries/released'
import { routing } from '@/lib/i18n/routing'
import type { Card } from '@/lib/social-card'
import { formatDays, formatMoment, formatPlainDate, type Locale } from '@/lib/time-words'
import type { Face } from './schema'

interface Asked {
  slug: string
  locale: Locale
  now: Date
}

type Facts = Pick<Face, 'title' | 'detail' | 'level'> & { kicker?: string; event?: string }

/** What the card of a page shows, or null where there is no such page. */
export async function getFace(kind: Card['kind'], slug: string, language: string, now: Date): Promise<Face | null> {
  const locale = hasLocale(routing.locales, language) ? language : 'en'
  const [facts, site, t] = await Promise.all([
    FACTS[kind]({ slug, locale, now }),
    getSiteView(locale),
    getTranslations({ locale, namespace: 'cards' }),
  ])
  if (!facts) return null
  const { event = '', kicker = kind === 'site' ? '' : t(kind, { event }), ...rest } = facts
  return { ...rest, kicker, site: site.name, accent: getSite().accent.light }
}

const dot = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ')

const FACTS: Record<Card['kind'], (asked: Asked) => Promise<Facts | null>> = {
  site: async ({ slug, locale }) => {
    const { tagline, description } = await getSiteView(locale)
    return slug === 'front' ? { title: tagline, detail: description } : null
  },
  article: async ({ slug, locale }) => {
    const article = await getArticle(locale, slug)
    if (!article) return null
    const { title, authors, byline, date } = article
    const writers = authors.map(({ name }) => name).join(locale === 'zh' ? '、' : ', ') || byline
    return { title, detail: dot(writers, date && formatPlainDate(date, locale)) }
  },
  'case-study': async ({ slug, locale }) => {
    const study = await getCaseStudy(locale, slug)
    return study && { title: study.title, detail: dot(study.organization?.name, study.industry) }
  },
  project: async ({ slug, locale, now }) => {
    const project = await getProject(slug)
    if (!project) return null
    const level = levelOn(project.moves, now.toISOString().slice(0, 10))
    const [t, levels] = await Promise.all([
      getTranslations({ locale, namespace: 'cards' }),
      getTranslations({ locale, namespace: 'level' }),
    ])
    return { title: project.name, detail: project.tagline, level, kicker: dot(t('project'), level && levels(level)) }
  },
  person: async ({ slug, locale }) => {
    const person = await getPerson(slug, locale)
    return person && { title: person.name, detail: person.affiliation ?? '' }
  },
  organization: async ({ slug, locale }) => {
    const [organization, text] = await Promise.all([getOrganization(slug), getOrganizationText(slug)])
    if (!organization) return null
    return { title: (locale === 'zh' && text?.nameZh) || organization.name, detail: text?.summary ?? '' }
  },
  event: async ({ slug, locale, now }) => {
    const event = await getEvent(slug, now)
    if (!event) return null
    const { name, place, startsOn, endsOn } = event
    return { title: name, detail: dot(startsOn && formatDays(startsOn, endsOn, locale), place) }
  },
  session: async ({ slug, locale }) => {
    const [eventSlug = '', code = ''] = slug.split('.')
    const schedule = await getReleasedSchedule(eventSlug)
    const listings = schedule ? programmeOf(schedule).listings : []
    const listing = listings.find(({ slot }) => slot.session.code === code.toUpperCase())
    if (!schedule || !listing) return null
    const { name: event, timeZone } = schedule.event
    const speakers = listing.persons.map(({ name }) => name).join(', ')
    return { title: listing.title, event, detail: dot(speakers, formatMoment(listing.startsAt, timeZone, locale)) }
  },
}
