import type { AuthorizedEvent } from '@/features/access/queries'
import { getCall } from '@/features/calls/queries/calls'
import { audit } from '@/lib/audit'
import { db, type Tx } from '@/lib/db'
import * as purge from '@/lib/purge'
import { findByCodes, readImported } from '../queries/foreign'
import type { ForeignEvent, Source } from '../schema/portable'
import { ensureChoices } from './import-choices'
import { makeMoves } from './import-moves'
import { ensurePeople } from './import-people'
import { writeProposals } from './import-proposals'
import { ensureQuestions } from './import-questions'
import { writeReviews } from './import-reviews'
import { writeSlots } from './import-slots'

export interface ImportedEvent {
  /** One for each difference, ready to print. */
  lines: string[]
  notes: string[]
  counts: { created: number; changed: number; unchanged: number; moved: number; reviews: number }
}

class DryRun extends Error {
  constructor(readonly result: ImportedEvent) {
    super('A dry run is rolled back')
  }
}

/**
 * Brings an event up to what files of another system say, in one transaction: what the event lacks is made, speakers are
 * found or made, proposals are written once for each foreign id, and each is brought to where the file has it by moves,
 * so that its log holds. Nobody is mailed. What was changed here since an earlier import stays, and is noted. A dry run
 * does all of it and takes it back.
 */
export async function importEvent(
  event: AuthorizedEvent,
  source: Source,
  foreign: ForeignEvent,
  { isDryRun, now = new Date() }: { isDryRun: boolean; now?: Date },
): Promise<ImportedEvent> {
  try {
    return await db.$transaction(
      async (tx) => {
        const result = await write(tx, event, source, foreign, now)
        if (isDryRun) throw new DryRun(result)
        return result
      },
      { maxWait: 10_000, timeout: 300_000 },
    )
  } catch (problem) {
    if (problem instanceof DryRun) return problem.result
    throw problem
  }
}

async function write(
  tx: Tx,
  event: AuthorizedEvent,
  source: Source,
  foreign: ForeignEvent,
  now: Date,
): Promise<ImportedEvent> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`import ${event.id}`}, 0))`
  const lines: string[] = []
  const notes: string[] = []
  const say = (line: string) => void lines.push(line)
  const note = (place: string, text: string) => void notes.push(`${place}: ${text}`)
  const before = await readImported(tx, event.id, source)
  const callId = await ensureCall(tx, event, say)
  const choices = await ensureChoices(tx, event, foreign, say)
  const answered = await ensureQuestions(tx, event, source, { foreign, before, say, note })
  const here = await findByCodes(tx, event.id, foreign.codes)
  const coming = foreign.proposals.filter(({ thing }) => !here.has(thing.id))
  const cast = new Set(coming.flatMap(({ thing }) => thing.speakers))
  const speakers = foreign.speakers.filter(({ thing }) => cast.has(thing.id))
  const people = await ensurePeople(tx, event, speakers, { source, before, answered, now, say, note })
  const { languages } = await tx.event.findUniqueOrThrow({ where: { id: event.id }, select: { languages: true } })
  const shared = { tx, event, source, callId, language: languages[0] ?? 'en', choices, answered, people, before, now }
  const { written, counts } = await writeProposals(coming, { ...shared, say, note })
  const moved = await makeMoves(tx, event, source, written, { now, say, note })
  for (const { read, id } of written) here.set(read.thing.id, id)
  for (const [id, { proposal }] of before.proposals) if (!here.has(id)) here.set(id, proposal.id)
  await writeSlots(tx, event, source, foreign, { here, say, note })
  const reviews = await writeReviews(tx, event, source, foreign.reviews, { here, now, say, note })
  const named = new Set(foreign.proposals.map(({ thing }) => thing.id))
  const gone = [...before.proposals.keys()].filter((id) => !named.has(id)).length
  if (gone > 0) note(event.slug, `${gone} proposals that were imported before are in these files no more; they stay`)
  if (lines.length > 0) {
    const detail = { source, created: counts.created, changed: counts.changed, moved }
    const what = { verb: 'import', resource: 'proposals', resourceId: event.slug, eventId: event.id }
    await audit.record(tx, { actor: { kind: 'system' }, ...what, detail })
    await purge.tags(tx, [`event:${event.slug}`, `schedule:${event.slug}`, 'events', 'people'])
  }
  return { lines, notes, counts: { ...counts, moved, reviews } }
}

/** Proposals belong to a call: the event's first; one that takes nothing by itself where it has none. */
async function ensureCall(tx: Tx, event: AuthorizedEvent, say: (line: string) => void): Promise<string> {
  const call = await getCall(event.id, null, tx)
  if (call) return call.id
  say('+ call talks, by invitation')
  return (await tx.call.create({ data: { eventId: event.id, byInvitation: true }, select: { id: true } })).id
}
