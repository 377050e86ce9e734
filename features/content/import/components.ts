import { z } from 'zod'
import { Slug } from '@/lib/slug'

const slug = z
  .string('must be text in double quotes')
  .refine((value) => Slug.safeParse(value).success, 'must be a slug')
const text = z.string('must be text in double quotes').trim().min(1, 'must not be empty')

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
  MaturityBadge: {
    use: 'inline',
    props: z.strictObject({ project: slug, at: z.iso.date('must be a date, YYYY-MM-DD') }),
  },
  Figure: { use: 'inline-with-words', props: z.strictObject({ id: slug }) },
  Callout: {
    use: 'block-with-words',
    props: z.strictObject({
      kind: z.enum(['note', 'tip', 'caution'], 'must be note, tip or caution'),
      title: text.optional(),
    }),
  },
  Quote: {
    use: 'block-with-words',
    props: z.strictObject({ person: slug.optional(), name: text.optional(), affiliation: text.optional() }),
  },
  Question: { use: 'block-with-words', props: z.strictObject({}) },
  KeyFigures: { use: 'block', props: z.strictObject({}) },
  CallForProposals: { use: 'block', props: z.strictObject({ event: slug }) },
} as const satisfies Record<string, Component>

export type ComponentName = keyof typeof COMPONENTS

export function isComponent(name: string | null): name is ComponentName {
  return name !== null && Object.hasOwn(COMPONENTS, name)
}
