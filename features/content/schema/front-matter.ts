import { z } from 'zod'
import { Audit, CriterionShown, ProjectLink, Review } from '@/features/projects/schema'
import { Slug } from '@/lib/slug'
import { HEAD_FIELDS } from '../rules/translated-head'
import type { Kind } from './kinds'

const text = z.string('must be text').trim().min(1, 'must not be empty')
const Ref = z.string('must be a slug').pipe(
  z
    .string()
    .max(80, 'must be a slug of at most 80 characters')
    .refine((value) => Slug.safeParse(value).success, 'must be a slug: a–z, 0–9 and single hyphens'),
)
const refs = z.array(Ref, 'must be a list of slugs').refine(hasNoTwins, 'must not name the same thing twice')
const Day = z.iso.date('must be a date, YYYY-MM-DD')
const Address = z.url({ protocol: /^https?$/, error: 'must be an address that starts with https://' })
const Country = z.string().regex(/^[A-Z]{2}$/, 'must be a country code of two letters, such as CN')

const Named = z.strictObject({ slug: Ref, name: text, affiliation: Ref.optional() })
const PersonInText = Named.extend({
  role: z.enum(['interviewee', 'interviewer', 'quoted', 'sponsor', 'founder', 'author', 'ambassador']),
})

/** A number that a text states: found, compared and traced back to its sentence by `anchor`. */
export const KeyFigure = z.strictObject({
  value: z.number('must be a number without separators'),
  unit: text,
  label: text,
  direction: z.enum(['up', 'down', 'flat']).optional(),
  baseline: text.optional(),
  period: text.optional(),
  project: Ref.optional(),
  /** Who says so, or the address at which it is said, where that is not the text itself. */
  source: text.max(300).optional(),
  anchor: Ref,
})
export type KeyFigure = z.infer<typeof KeyFigure>

const Stamp = z.string().regex(/^([0-9a-f]{8}|-)$/, 'must be eight hex digits in quotes, or -')
const HeadStamp = z.partialRecord(
  z.enum(HEAD_FIELDS),
  z.string().regex(/^[0-9a-f]{8}$/, 'must be eight hex digits in quotes'),
)
/** The stamps of any front matter, whatever else is in it; null where there is none. */
export const Stamps = z.object({
  translatedFrom: z
    .array(z.string())
    .nullish()
    .transform((stamp) => stamp ?? null),
  translatedHeadFrom: HeadStamp.nullish().transform((stamp) => stamp ?? null),
})
const translation = {
  slug: Ref.optional(),
  translationOf: Ref.optional(),
  /** For each block of a translation what its source was; written by `npm run content:translated`. */
  translatedFrom: z.array(Stamp).optional(),
  /** The same for its front matter, field by field. */
  translatedHeadFrom: HeadStamp.optional(),
}
const dated = { date: Day.optional(), sortAs: Day.optional() }
const Moment = z.iso.datetime({ offset: true, error: 'must be a moment with its offset, 2027-03-01T09:00:00+01:00' })
const published = { draft: z.boolean().optional(), publishAt: Moment.optional(), unlisted: z.boolean().optional() }
const Correction = z.strictObject({ on: Day, text })
const figures = z
  .array(KeyFigure)
  .refine((all) => hasNoTwins(all.map(({ anchor }) => anchor)), 'must have one anchor each')
/** The figures of any front matter, whatever else is in it. */
export const KeyFigures = z.object({ figures: z.array(KeyFigure).default([]) }).transform(({ figures }) => figures)

const orders = (value: { date?: string | undefined; sortAs?: string | undefined }) =>
  Boolean(value.date ?? value.sortAs)
const needsDay = 'date is missing; where the day is not known, sortAs orders the lists'
const namesSeries = (value: { series?: string | undefined; seriesName?: string | undefined }) =>
  value.series === undefined || value.seriesName !== undefined

export const Category = z.enum(['announcement', 'technical', 'interview', 'call', 'case-study'])
export type Category = z.infer<typeof Category>

export const Article = z
  .strictObject({
    title: text.max(200),
    summary: text.max(600),
    ...translation,
    ...dated,
    ...published,
    pinned: z.boolean().optional(),
    corrections: z.array(Correction).optional(),
    authors: z.array(Named),
    guest: z.boolean().optional(),
    byline: text.optional(),
    category: Category,
    tags: refs,
    originallyPublished: z
      .strictObject({ by: text, where: text.optional(), date: Day.optional(), url: Address.optional() })
      .optional(),
    projects: refs,
    organizations: refs,
    events: refs,
    people: z.array(PersonInText),
    series: Ref.optional(),
    seriesName: text.optional(),
    figures: figures.optional(),
  })
  .refine(orders, needsDay)
  .refine(namesSeries, { error: 'needs a seriesName beside it', path: ['series'] })
export type Article = z.infer<typeof Article>

/** What a company was up against, as readers look for it. */
const CHALLENGES = [
  'availability',
  'complexity',
  'cost',
  'observability',
  'portability',
  'scale',
  'security',
  'speed',
] as const
const Challenge = z.enum(CHALLENGES)
export type Challenge = z.infer<typeof Challenge>

/** Which headings of the text open its parts; named by what stands behind `#` in their links. */
const Sections = z.strictObject({ challenge: text.optional(), solution: text.optional(), impact: text.optional() })

export const CaseStudy = z
  .strictObject({
    title: text.max(200),
    summary: text.max(600),
    ...translation,
    ...dated,
    ...published,
    organization: Ref,
    industry: text,
    country: Country.optional(),
    size: text.optional(),
    cloud: text.optional(),
    challenge: text,
    solution: text.optional(),
    impact: text.optional(),
    challenges: z.array(Challenge).refine(hasNoTwins, 'must not name the same thing twice').optional(),
    sections: Sections.optional(),
    projects: refs,
    figures,
  })
  .refine(orders, needsDay)
export type CaseStudy = z.infer<typeof CaseStudy>

const Announcement = z
  .string('must be an article’s slug or an address')
  .refine(
    (value) => Slug.safeParse(value).success || Address.safeParse(value).success,
    'must be an article’s slug, or an address that starts with https://',
  )

export const Move = z.strictObject({
  level: z.enum(['sandbox', 'incubating', 'graduated', 'archived']),
  on: Day,
  announcement: Announcement.optional(),
  /** Those of the project's sponsors who stood up for this move. */
  sponsors: refs.optional(),
})
export type Move = z.infer<typeof Move>

export const Project = z
  .strictObject({
    name: text,
    tagline: text,
    summary: text,
    homepage: Address,
    repository: Address,
    repositories: z.array(Address).optional(),
    docs: Address.optional(),
    category: text.optional(),
    subcategory: text.optional(),
    aliases: z.array(text).optional(),
    startedAt: Ref.optional(),
    sponsors: z.array(z.strictObject({ slug: Ref, name: text })),
    maintainers: z.array(Named).optional(),
    links: z.array(ProjectLink).optional(),
    audits: z.array(Audit).optional(),
    reviews: z.array(Review).optional(),
    criteria: z
      .array(CriterionShown)
      .refine((all) => hasNoTwins(all.map(({ criterion }) => criterion)), 'must not name a criterion twice')
      .optional(),
    moves: z
      .array(Move)
      .min(1, 'must have the move by which the project entered')
      .refine(
        (moves) => moves.every((move, at) => at === 0 || (moves[at - 1]?.on ?? '') < move.on),
        'must be in order of time',
      ),
  })
  .superRefine(({ sponsors, moves }, context) => {
    const known = new Set(sponsors.map(({ slug }) => slug))
    for (const [at, move] of moves.entries())
      for (const [place, slug] of (move.sponsors ?? []).entries())
        if (!known.has(slug))
          context.addIssue({
            code: 'custom',
            path: ['moves', at, 'sponsors', place],
            message: `${slug} is none of the sponsors`,
          })
  })
export type Project = z.infer<typeof Project>

/** Membership of the foundation: `since` is the day of joining. */
const Member = z.strictObject({
  tier: z.enum(['platinum', 'gold', 'silver', 'end-user', 'academic', 'nonprofit']),
  since: Day,
})

export const Organization = z.strictObject({
  name: text,
  nameZh: text.optional(),
  summary: text,
  homepage: Address.optional(),
  country: Country.optional(),
  member: Member.optional(),
})
export type Organization = z.infer<typeof Organization>

export const Page = z.strictObject({ title: text.max(200), summary: text.max(600), ...translation })
export type Page = z.infer<typeof Page>

/** Checked front matter, with what it heads. */
export type FrontMatter =
  | { kind: 'article'; data: Article }
  | { kind: 'case-study'; data: CaseStudy }
  | { kind: 'project'; data: Project }
  | { kind: 'organization'; data: Organization }
  | { kind: 'page'; data: Page }

/** What heads each kind of text, as it stands in the file. */
export const FRONT_MATTER = {
  article: Article.transform((data): FrontMatter => ({ kind: 'article', data })),
  'case-study': CaseStudy.transform((data): FrontMatter => ({ kind: 'case-study', data })),
  project: Project.transform((data): FrontMatter => ({ kind: 'project', data })),
  organization: Organization.transform((data): FrontMatter => ({ kind: 'organization', data })),
  page: Page.transform((data): FrontMatter => ({ kind: 'page', data })),
} satisfies Record<Kind, z.ZodType<FrontMatter>>

function hasNoTwins(values: string[]): boolean {
  return new Set(values).size === values.length
}
