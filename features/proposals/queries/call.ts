import { type CallFacts, getCallById, listCalls } from '@/features/calls/queries/calls'
import { listQuestions } from '@/features/calls/queries/questions'
import { takesFormat, takesTrack } from '@/features/calls/rules/windows'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'

const CHOICES = { orderBy: { position: 'asc' }, select: { slug: true, name: true } } as const

/**
 * What the proposal form asks for in this event: in the call of that kind, the event's first, or the one that a
 * proposal went to. Null where there is no such event or no such call.
 */
export async function getProposalForm(eventSlug: string, which: { kind?: string | null; callId?: string } = {}) {
  const row = await db.event.findUnique({
    where: { slug: eventSlug },
    select: {
      id: true,
      slug: true,
      name: true,
      timeZone: true,
      formats: { ...CHOICES, select: { ...CHOICES.select, minutes: true } },
      tracks: CHOICES,
      levels: CHOICES,
      tags: CHOICES,
    },
  })
  if (!row) return null
  const { formats, tracks, levels, tags, ...event } = row
  const calls = await listCalls(event.id)
  const call = await chosen(calls, which)
  if (!call) return null
  const [questions, projects] = await Promise.all([listQuestions(event.id), listProjectChoices()])
  const choices = {
    formats: formats.filter(({ slug }) => takesFormat(call, slug)),
    tracks: tracks.filter(({ slug }) => takesTrack(call, slug)),
    levels,
    tags,
    languages: call.languages,
    projects,
    questions: questions.filter(({ about }) => about !== 'reviewer'),
    call: call.kind,
  }
  return { event, call, calls, choices }
}
export type ProposalFormFacts = NonNullable<Awaited<ReturnType<typeof getProposalForm>>>

async function chosen(calls: CallFacts[], { kind, callId }: { kind?: string | null; callId?: string }) {
  if (callId) return getCallById(callId)
  return (kind ? calls.find((call) => call.kind === kind) : calls[0]) ?? null
}

/** Every project of the foundation, by its name. */
function listProjectChoices() {
  return db.project.findMany({ orderBy: { name: 'asc' }, select: { slug: true, name: true } })
}

interface Choices {
  formats: { slug: string; name: string }[]
  tracks: { slug: string; name: string }[]
}

/** The tracks and formats by which an event's proposals can be filtered, in one statement. */
export async function listChoices(eventId: string): Promise<Choices> {
  const listed = (table: Prisma.Sql) => Prisma.sql`
    (select coalesce(json_agg(json_build_object('slug', slug, 'name', name) order by position), '[]')
      from ${table} where event_id = ${eventId}::uuid)`
  const [choices] = await db.$queryRaw<Choices[]>`
    select ${listed(Prisma.sql`format`)} as formats, ${listed(Prisma.sql`track`)} as tracks`
  return choices ?? { formats: [], tracks: [] }
}
