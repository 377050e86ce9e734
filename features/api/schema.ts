import { z } from 'zod'
import type { Actor, AuthorizedEvent, Caller, Person } from '@/features/access/schema'
import type { EndpointName } from '@/features/access/table'
import { openCursor } from '@/lib/cursor'

/** A field's trouble: where (JSON Pointer into the body) and what. */
export interface FieldError {
  path: string
  message: string
}

/** What an endpoint answers. `version` becomes the ETag. */
export type Reply =
  | {
      ok: true
      status?: number
      body?: unknown
      version?: number
      location?: string
      /** In place of a body: a text that is not JSON, or a file of the storage. */
      text?: { type: string; name: string; content: string }
      download?: { stored: string; type: string; name: string }
      /** Once all this is committed: waits for what goes on behind, and answers with what came of it. */
      afterwards?: () => Promise<Reply>
    }
  | {
      ok: false
      status: number
      /** The rule's own word: the last part of the problem's type. */
      reason: string
      detail?: string
      errors?: FieldError[]
      /** With 412: the resource as it is now. */
      current?: unknown
      version?: number
      retryAfter?: number
    }

/** A call that has passed the gate. */
export interface Call<Body, Query> {
  actor: Actor
  event: AuthorizedEvent | null
  params: Record<string, string>
  body: Body
  query: Query
  /** The version that PUT and PATCH say they have seen; null on other methods. */
  version: number | null
  now: Date
}

interface Spec<Body, Query> {
  summary: string
  body?: z.ZodType<Body>
  query?: z.ZodType<Query>
  /** The JSON that it answers with; without one and without `media` there is nothing to say: 204. */
  answer?: z.ZodType
  /** Kinds of files that it answers with, instead or on demand. */
  media?: readonly string[]
  /** Its body may come as a form with a file, too. */
  takesFile?: boolean
  /** Costs so much that visitors are counted. */
  isCounted?: boolean
  handle(call: Call<Body, Query>): Promise<Reply>
}

export interface Endpoint {
  name: EndpointName
  summary: string
  body: z.ZodType | null
  query: z.ZodType | null
  answer: z.ZodType | null
  media: readonly string[]
  takesFile: boolean
  isCounted: boolean
  run(call: Call<unknown, unknown>): Promise<Reply>
}

/** Declares one endpoint: its row in the access table, its schemas (which make the OpenAPI document), its handler. */
export function endpoint<Body = undefined, Query = undefined>(name: EndpointName, spec: Spec<Body, Query>): Endpoint {
  const { summary, body, query, answer, media = [], takesFile = false, isCounted = false, handle } = spec
  return {
    name,
    summary,
    body: body ?? null,
    query: query ?? null,
    answer: answer ?? null,
    media,
    takesFile,
    isCounted,
    run: async (call) => {
      const parsedBody = (body ?? z.custom<Body>()).safeParse(call.body)
      const parsedQuery = (query ?? z.custom<Query>()).safeParse(call.query)
      if (!parsedBody.success) return invalid(parsedBody.error)
      if (!parsedQuery.success) return invalid(parsedQuery.error, '/query')
      return handle({ ...call, body: parsedBody.data, query: parsedQuery.data })
    },
  }
}

interface PersonSpec<Body, Query> extends Omit<Spec<Body, Query>, 'handle'> {
  handle(call: Call<Body, Query>, person: Person): Promise<Reply>
}

/** The same of what is somebody's own: a service has no proposals, no reviews and no needs. */
export function personEndpoint<Body = undefined, Query = undefined>(
  name: EndpointName,
  { handle, ...spec }: PersonSpec<Body, Query>,
): Endpoint {
  return endpoint<Body, Query>(name, {
    ...spec,
    handle: async (call) =>
      call.actor.kind === 'person'
        ? handle(call, call.actor)
        : { ok: false, status: 403, reason: 'forbidden', detail: 'Only a person does this.' },
  })
}

/** What zod found wrong, each with its JSON Pointer. */
export function invalid(error: z.ZodError, prefix = ''): Reply {
  const errors = error.issues.map(({ path, message }) => ({
    path: `${prefix}${path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')}`,
    message,
  }))
  return { ok: false, status: 422, reason: 'invalid', detail: 'Some fields are not right.', errors }
}

/** The event of a call whose path names one: the dispatcher has let it in, so its absence is a defect. */
export function eventOf({ event }: { event: AuthorizedEvent | null }): AuthorizedEvent {
  if (!event) throw new Error('An endpoint without {event} in its path asked for its event.')
  return event
}

/** Who calls an endpoint that is not open to all: the dispatcher has turned visitors away. */
export function callerOf({ actor }: { actor: Actor }): Caller {
  if (actor.kind === 'visitor') throw new Error('An endpoint that is open to all asked who calls it.')
  return actor
}

/** `?limit=` and `?cursor=` of every list. */
export const Page = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .max(2_000)
    .refine((cursor) => openCursor(cursor) !== null, 'This is not a cursor that a list has given')
    .optional(),
})
export type Page = z.infer<typeof Page>

const NAMES = new WeakMap<z.ZodType, string>()

/** Gives a schema a name in the OpenAPI document, so that it is written there once. */
export function named<T extends z.ZodType>(name: string, schema: T): T {
  NAMES.set(schema, name)
  return schema
}
export const nameOf = (schema: z.core.$ZodType) => (schema instanceof z.ZodType ? NAMES.get(schema) : undefined)

export const listOf = (item: z.ZodType) => z.object({ items: z.array(item), nextCursor: z.string().nullable() })

/** A day or a moment that nobody has stated is null. */
export const Moment = z.iso.datetime({ offset: true })

/** The id of something that has no name, out of an address; one that nothing has where it is none. */
export const idOf = ({ params }: { params: Record<string, string> }) =>
  z.uuid().catch('00000000-0000-0000-0000-000000000000').parse(params.id)
