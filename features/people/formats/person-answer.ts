import { z } from 'zod'
import { named } from '@/features/api/schema'
import { env } from '@/lib/env'
import { LINKS, linkHref } from '../schema/handles'
import { photoSrc } from '../schema/photo'
import type { PublicProfile } from '../schema/public'

const Day = z.iso.date().nullable()

export const PersonAnswer = named(
  'Person',
  z.object({
    slug: z.string(),
    name: z.string(),
    affiliation: z.string().nullable(),
    bio: z.string().nullable(),
    pronouns: z.string().nullable(),
    country: z.string().nullable().describe('ISO 3166-1, two capitals'),
    city: z.string().nullable(),
    languages: z.array(z.string()).describe('BCP 47'),
    expertise: z.array(z.string()),
    availableToSpeak: z.boolean(),
    photo: z.string().nullable().describe('Address of a square WebP'),
    links: z.array(z.object({ kind: z.enum(LINKS), url: z.string() })),
    projects: z.array(z.object({ slug: z.string(), name: z.string(), isMaintainer: z.boolean() })),
    ambassador: z.enum(['current', 'emeritus']).nullable().describe('Today'),
    terms: z.array(z.object({ startsOn: Day, endsOn: Day })).describe('As ambassador; null: the day is not known'),
  }),
)

export function toPersonAnswer({ terms, links, photo, ...person }: PublicProfile): z.infer<typeof PersonAnswer> {
  const src = photoSrc(photo, 256)
  return {
    ...person,
    photo: src && env().appUrl + src,
    links: LINKS.flatMap((kind) => (links[kind] ? [{ kind, url: linkHref(kind, links[kind]) }] : [])),
    terms: terms.map(({ startsOn, endsOn }) => ({ startsOn, endsOn })),
  }
}
