import { z } from 'zod'
import { Slug } from '@/lib/slug'
import { lastDayOf } from '../rules'

const text = z.string('must be text in double quotes').trim().min(1, 'must not be empty')
const label = text.max(200, 'must have at most 200 characters')
const slug = text.refine((value) => Slug.safeParse(value).success, 'must be a slug')
const path = text.regex(/^\/[\w./-]+$/, 'must be a path below public/, such as /images/x.webp')
const day = text.transform((value, { addIssue }) => {
  const last = lastDayOf(value)
  if (last === null) addIssue({ code: 'custom', message: 'must be a day or a month, YYYY-MM-DD or YYYY-MM' })
  return last ?? ''
})

const speaker = { person: slug.optional(), name: label.optional(), affiliation: label.optional() }
const isOne = (...values: unknown[]) => values.filter((value) => value !== undefined).length === 1
const oneSpeaker = 'needs either person="…", the slug of somebody with a page here, or name="…"'

/** In a line; a block of its own that holds blocks; or a block that holds nothing. */
type Use = 'inline' | 'inline-with-words' | 'block' | 'block-with-words'

interface Component {
  use: Use
  props: z.ZodObject
}

/** Every component that a text may use, with the literal properties that it takes. */
export const COMPONENTS = {
  Project: { use: 'inline', props: z.strictObject({ slug }) },
  Person: { use: 'inline', props: z.strictObject({ slug }) },
  MaturityBadge: { use: 'inline', props: z.strictObject({ project: slug.optional(), at: day }) },
  Figure: { use: 'inline-with-words', props: z.strictObject({ id: slug }) },
  Callout: {
    use: 'block-with-words',
    props: z.strictObject({
      kind: z.enum(['note', 'tip', 'caution'], 'must be note, tip or caution'),
      title: label.optional(),
    }),
  },
  Tabs: { use: 'block-with-words', props: z.strictObject({}) },
  Tab: { use: 'block-with-words', props: z.strictObject({ label }) },
  Quote: {
    use: 'block-with-words',
    props: z.strictObject(speaker).refine(({ person, name }) => isOne(person, name), oneSpeaker),
  },
  Question: {
    use: 'block-with-words',
    props: z.strictObject(speaker).refine(({ person, name }) => !(person && name), oneSpeaker),
  },
  Answer: {
    use: 'block-with-words',
    props: z.strictObject(speaker).refine(({ person, name }) => isOne(person, name), oneSpeaker),
  },
  Picture: {
    use: 'block',
    props: z.strictObject({ src: path, alt: text, caption: text.optional(), credit: label.optional() }),
  },
  Video: {
    use: 'block',
    props: z
      .strictObject({
        title: label,
        src: path.regex(/\.(mp4|webm)$/, 'must be a film below public/, .mp4 or .webm').optional(),
        youtube: text.regex(/^[\w-]{11}$/, 'must be the id of a film, eleven characters').optional(),
        poster: path.optional(),
      })
      .refine(({ src, youtube }) => isOne(src, youtube), 'needs either src="…" or youtube="…"'),
  },
  KeyFigures: { use: 'block', props: z.strictObject({}) },
  CallForProposals: { use: 'block', props: z.strictObject({ event: slug }) },
  Schedule: { use: 'block', props: z.strictObject({ event: slug }) },
} as const satisfies Record<string, Component>

export type ComponentName = keyof typeof COMPONENTS

export function isComponent(name: string | null): name is ComponentName {
  return name !== null && Object.hasOwn(COMPONENTS, name)
}

const LINES = /^\d{1,4}(?:-\d{1,4})?(?:,\d{1,4}(?:-\d{1,4})?)*$/
/** What may follow the language of a code block, with the same rules: `yaml title="…" lines="2,4-6"`. */
export const CODE = {
  code: z.strictObject({
    title: label.optional(),
    lines: text.regex(LINES, 'must be numbers of lines, such as 2,4-6').optional(),
  }),
  terminal: z.strictObject({ title: label.optional() }),
  diagram: z.strictObject({
    alt: text,
    caption: text.optional(),
    direction: z.enum(['right', 'down'], 'must be right or down').default('right'),
  }),
}
