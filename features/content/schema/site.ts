import { z } from 'zod'

const text = z.string('must be text').trim().min(1, 'must not be empty')
const perLanguage = z.record(z.string(), text)
const color = z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #1b4b91')
const file = z.string().regex(/^\/[\w./-]+$/, 'must be a path below public/, such as /brand/logo.svg')
const Link = z.strictObject({
  href: z.string().regex(/^(\/|https:\/\/|mailto:)/, 'must be a path of this site or an address with https://'),
  label: perLanguage,
})

const Criterion = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a slug: a–z, 0–9 and single hyphens'),
  text: perLanguage,
  /** What of a project shows by itself that it is met. */
  shownBy: z.literal('audits', 'must be audits').optional(),
})

/** content/site.yaml: what makes Lectern this foundation's own. The first language is the default. */
export const Site = z
  .strictObject({
    name: perLanguage,
    shortName: perLanguage,
    tagline: perLanguage,
    description: perLanguage,
    notice: perLanguage.optional(),
    logo: file,
    icon: file,
    accent: z.strictObject({ light: color, dark: color }),
    languages: z.tuple(
      [z.literal('en', 'must be en: the interface falls back to it')],
      z.enum(['zh'], 'must be en or zh'),
    ),
    timeZone: z.string().refine(isTimeZone, 'must be an IANA time zone, such as Europe/Berlin'),
    /** Where content/ is kept, such as https://github.com/OWNER/NAME: the editors' desk leads to its files. */
    repository: z.url({ protocol: /^https$/, error: 'must be an address with https://' }).optional(),
    contact: z.email('must be an e-mail address'),
    /** What is asked for at each level that a project can move up to. */
    criteria: z
      .strictObject({ incubating: z.array(Criterion), graduated: z.array(Criterion) })
      .default({ incubating: [], graduated: [] }),
    navigation: z.array(Link),
    footer: z.array(z.strictObject({ title: perLanguage, links: z.array(Link) })),
  })
  .superRefine((site, context) => {
    for (const { path, value } of textsOf(site)) {
      const missing = site.languages.find((language) => !value[language])
      if (missing) context.addIssue({ code: 'custom', path, message: `has no text for ${missing}` })
    }
  })
export type Site = z.infer<typeof Site>

type Texts = { path: (string | number)[]; value: Record<string, string> }

function textsOf({ navigation, footer, ...site }: z.infer<typeof Site>): Texts[] {
  const heads = (['name', 'shortName', 'tagline', 'description', 'notice'] as const).flatMap((key) => {
    const value = site[key]
    return value ? [{ path: [key], value }] : []
  })
  const links = navigation.map(({ label }, at) => ({ path: ['navigation', at, 'label'], value: label }))
  const groups = footer.flatMap(({ title, links }, group) => [
    { path: ['footer', group, 'title'], value: title },
    ...links.map(({ label }, at) => ({ path: ['footer', group, 'links', at, 'label'], value: label })),
  ])
  const criteria = (['incubating', 'graduated'] as const).flatMap((level) =>
    site.criteria[level].map(({ text }, at) => ({ path: ['criteria', level, at, 'text'], value: text })),
  )
  return [...heads, ...links, ...groups, ...criteria]
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
