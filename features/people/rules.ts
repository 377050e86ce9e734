import { type Audience, type Audiences, FIELDS, type ProfileField, type ProfileValues } from './schema/fields'
import { LINKS, type Links } from './schema/handles'

export const EMPTY: ProfileValues = {
  photo: '',
  affiliation: '',
  bio: '',
  pronouns: '',
  country: '',
  city: '',
  languages: [],
  expertise: [],
  projects: [],
  availableToSpeak: false,
  website: '',
  github: '',
  linkedin: '',
  mastodon: '',
  bluesky: '',
  twitter: '',
  youtube: '',
}

export interface Withheld {
  field: string
  audience: 'staff' | 'nobody'
  value: unknown
}

/** Parts a profile into what all may see, empty in the fields that are kept back, and those fields. */
export function partProfile(
  profile: ProfileValues,
  audiences: Audiences,
): { shown: ProfileValues; withheld: Withheld[] } {
  const withheld = FIELDS.flatMap((field): Withheld[] => {
    const audience = audiences[field]
    return audience === 'all' ? [] : [{ field, audience, value: profile[field] }]
  })
  const blanks = Object.fromEntries(withheld.map(({ field }) => [field, emptyOf(field)]))
  return { shown: { ...profile, ...blanks }, withheld }
}

/** A profile as it looks to this audience: `nobody` is its owner, who sees everything. */
export function joinProfile(shown: ProfileValues, withheld: Withheld[], audience: Audience): ProfileValues {
  const seen = withheld.filter((row) => audience === 'nobody' || row.audience === audience)
  const values = seen.flatMap(({ field, value }) => (isSound(field, value) ? [[field, value]] : []))
  return { ...shown, ...Object.fromEntries(values) }
}

export function audiencesOf(withheld: Withheld[]): Audiences {
  const kept = new Map(withheld.map(({ field, audience }) => [field, audience]))
  return Object.fromEntries(FIELDS.map((field) => [field, kept.get(field) ?? 'all'])) as Audiences // every field has one
}

/** The links among the fields, without the empty ones. */
export function linksOf(values: ProfileValues): Links {
  return Object.fromEntries(LINKS.flatMap((kind) => (values[kind] ? [[kind, values[kind]]] : [])))
}

function emptyOf(field: string) {
  return EMPTY[field as ProfileField] // rows are written from FIELDS alone
}

/** Whether what is stored has the shape that the field has. */
function isSound(field: string, value: unknown): boolean {
  const empty: unknown = Reflect.get(EMPTY, field)
  return empty !== undefined && (Array.isArray(empty) ? Array.isArray(value) : typeof value === typeof empty)
}

export type SlugRefusal = 'not-a-slug' | 'taken' | 'too-many'
const MOST_SLUGS = 8

/** Why this slug cannot become somebody's, or null. Old slugs stay theirs, so nobody collects them without end. */
export function refuseSlug(facts: {
  isSlug: boolean
  isTheirs: boolean
  owner: boolean
  count: number
}): SlugRefusal | null {
  if (!facts.isSlug) return 'not-a-slug'
  if (facts.isTheirs) return null
  if (facts.owner) return 'taken'
  return facts.count >= MOST_SLUGS ? 'too-many' : null
}

/** Letters and digits alone: `Argo CD` and `argocd` are one name. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

export interface NamedProject {
  slug: string
  name: string
}

/** Finds the project that a free text means: by slug, name or alias, without regard to case, spaces and marks. */
export function projectFinder(projects: NamedProject[], aliases: { alias: string; slug: string }[]) {
  const bySlug = new Map(projects.map((project) => [project.slug, project]))
  const byKey = new Map<string, string>()
  for (const { alias, slug } of aliases) if (bySlug.has(slug)) byKey.set(nameKey(alias), slug)
  for (const { slug, name } of projects)
    for (const text of [slug, name, ...bracketed(name)]) byKey.set(nameKey(text), slug)
  return (text: string): NamedProject | null => bySlug.get(byKey.get(nameKey(text)) ?? '') ?? null
}

/** “Open Policy Agent (OPA)” is also “Open Policy Agent” and “OPA”. */
function bracketed(name: string): string[] {
  const [, before = '', inside = ''] = /^(.+?)\s*\(([^()]+)\)$/.exec(name) ?? []
  return [before, inside].filter(Boolean)
}
