import { z } from 'zod'
import { Level } from '@/generated/prisma/enums'

const Day = z.iso.date('must be a date, YYYY-MM-DD')
const Address = z.url({ protocol: /^https?$/, error: 'must be an address that starts with https://' })
const text = z.string('must be text').trim().min(1, 'must not be empty')

/** What somebody outside found when they looked into a project. */
export const Audit = z.strictObject({
  date: Day,
  type: text,
  vendor: text.optional(),
  url: Address.optional(),
})
export type Audit = z.infer<typeof Audit>

/** A project's yearly account to the foundation. */
export const Review = z.strictObject({ date: Day, url: Address.optional() })
export type Review = z.infer<typeof Review>

const LINKS = [
  ...([
    'docs',
    'blog',
    'chat',
    'slack',
    'discussions',
    'mailing-list',
    'stack-overflow',
    'youtube',
    'linkedin',
  ] as const),
  ...(['bluesky', 'twitter', 'dev-stats', 'packages', 'artwork', 'other'] as const),
] as const
export const ProjectLink = z.strictObject({ kind: z.enum(LINKS), url: Address })
export type ProjectLink = z.infer<typeof ProjectLink>

/** One criterion that a project says it meets; the text of the criterion is site.yaml's. */
export const CriterionShown = z.strictObject({
  criterion: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a slug: a–z, 0–9 and single hyphens'),
  evidence: z
    .string()
    .regex(/^(https?:\/\/|\/[a-z0-9])\S+$/, 'must be a path of this site or an address with https://')
    .optional(),
  note: text.optional(),
})
export type CriterionShown = z.infer<typeof CriterionShown>

/** What of a project has no column of its own. */
export const ProjectDetails = z.object({
  repositories: z.array(z.string()).default([]),
  links: z.array(ProjectLink).default([]),
  audits: z.array(Audit).default([]),
  reviews: z.array(Review).default([]),
  criteria: z.array(CriterionShown).default([]),
  /** In the landscape's own words: what it is for. */
  useCase: z.string().nullable().default(null),
  tags: z.array(z.string()).default([]),
})
export type ProjectDetails = z.infer<typeof ProjectDetails>

/** What everybody is told of a project. */
export interface ProjectFacts {
  name: string
  tagline: string
  homepage: string | null
  repository: string | null
  category: string | null
  subcategory: string | null
}

/** What one source, content/ or the landscape, says of a project. */
export const ProjectSource = z.object({
  name: z.string(),
  tagline: z.string().nullable(),
  homepage: z.string().nullable(),
  repository: z.string().nullable(),
  category: z.string().nullable(),
  subcategory: z.string().nullable(),
  details: ProjectDetails,
  moves: z.array(z.object({ level: z.enum(Level), on: z.string(), announcement: z.string().nullable() })),
  /** Other ways to write its name. */
  aliases: z.array(z.string()),
})
export type ProjectSource = z.infer<typeof ProjectSource>
