import { z } from 'zod'

/** What the foundation tells of itself, each from the record in which it happened. */
export const KINDS = ['level', 'ambassador', 'call', 'schedule', 'correction'] as const
export const Kind = z.enum(KINDS)
export type Kind = z.infer<typeof Kind>

const Named = z.object({ slug: z.string(), name: z.string() })
const Level = z.enum(['sandbox', 'incubating', 'graduated', 'archived'])
/** `id` is the same in every language and for good. `day`: only the day is known, and then no moment is shown. */
const common = { id: z.string(), at: z.iso.datetime({ offset: true }), day: z.boolean() }

/** One thing that happened. */
export const Change = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('level'), project: Named, level: Level, from: Level.nullable() }),
  z.object({ ...common, kind: z.literal('ambassador'), person: Named, again: z.boolean() }),
  z.object({ ...common, kind: z.literal('call'), event: Named }),
  z.object({ ...common, kind: z.literal('schedule'), event: Named, number: z.int(), name: z.string() }),
  z.object({
    ...common,
    kind: z.literal('correction'),
    article: z.object({ slug: z.string(), locale: z.string(), title: z.string() }),
    text: z.string(),
  }),
])
export type Change = z.infer<typeof Change>
