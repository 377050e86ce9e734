import { createHash, randomUUID } from 'node:crypto'
import type { AuthorizedEvent } from '@/features/access/queries'
import type { Person } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { holdWord, type Tx, transaction } from '@/lib/db'
import { checkFile, type FileRefusal } from '@/lib/files'
import * as purge from '@/lib/purge'
import { withinLimit } from '@/lib/rate-limit'
import { storage } from '@/lib/storage'

export type SessionFileRefusal = FileRefusal | 'not-found' | 'too-often' | 'too-many'

const LIMIT = { tries: 60, minutes: 60 }
/** Of one proposal. */
const MOST = 10

type Added = { ok: true; id: string } | { ok: false; reason: SessionFileRefusal }

type What = { title: string; isPublic: boolean } & ({ url: string } | { upload: { name: string; bytes: Uint8Array } })

/** Puts slides or anything else beside a proposal: a file, checked by its bytes, or an address. */
export async function addSessionFile(
  actor: Person,
  event: AuthorizedEvent,
  code: string,
  what: What,
  now: Date,
): Promise<Added> {
  if (!(await transaction((tx) => withinLimit(tx, `session-file ${actor.id}`, LIMIT, now))))
    return { ok: false, reason: 'too-often' }
  const file = 'upload' in what ? await checkFile(what.upload.bytes, what.upload.name) : null
  if (file && !file.ok) return file
  const hash = file && createHash('sha256').update(file.bytes).digest('hex').slice(0, 32)
  const stored = file && `session-${hash}-${randomUUID().slice(0, 8)}.${file.extension}`
  // The bytes first and the row after them: a crash between leaves bytes that nobody names.
  if (file && stored) await storage().put(stored, file.bytes, file.type)
  const outcome = await transaction(async (tx): Promise<Added> => {
    const proposal = await findOwn(tx, actor, event, code)
    if (!proposal) return { ok: false, reason: 'not-found' }
    if (proposal.count >= MOST) return { ok: false, reason: 'too-many' }
    const { title, isPublic } = what
    const place =
      'url' in what ? { url: what.url } : { stored, type: file?.type ?? null, bytes: file?.bytes.byteLength ?? null }
    const { id } = await tx.sessionFile.create({
      data: { proposalId: proposal.id, addedById: actor.id, title, isPublic, createdAt: now, ...place },
      select: { id: true },
    })
    await record(tx, 'create', actor, event, code)
    return { ok: true, id }
  })
  if (!outcome.ok && stored) await storage().remove(stored)
  return outcome
}

/** What is held while a file is changed. */
export const fileWord = (id: string) => `session-file ${id}`

/** Shows it to all on the session's page, or to the committee alone. */
export function showSessionFile(actor: Person, event: AuthorizedEvent, code: string, id: string, isPublic: boolean) {
  return transaction(async (tx) => {
    await holdWord(tx, fileWord(id))
    const { count } = await tx.sessionFile.updateMany({ where: own(actor, event, code, id), data: { isPublic } })
    if (count > 0) await record(tx, 'update', actor, event, code)
    return { ok: count > 0 }
  })
}

/** The row goes first and the bytes after it. */
export async function removeSessionFile(actor: Person, event: AuthorizedEvent, code: string, id: string) {
  const removed = await transaction(async (tx) => {
    const file = await tx.sessionFile.findFirst({
      where: own(actor, event, code, id),
      select: { id: true, stored: true },
    })
    if (!file) return null
    await tx.sessionFile.delete({ where: { id: file.id } })
    await record(tx, 'delete', actor, event, code)
    return file
  })
  if (removed?.stored) await storage().remove(removed.stored)
  return { ok: removed !== null }
}

const own = (actor: Person, event: AuthorizedEvent, code: string, id: string) => ({
  id,
  proposal: {
    code: code.toUpperCase(),
    eventId: event.id,
    speakers: { some: { personId: actor.id, isAccepted: true } },
  },
})

async function findOwn(tx: Tx, actor: Person, event: AuthorizedEvent, code: string) {
  const [row] = await tx.$queryRaw<{ id: string; count: number }[]>`
    select p.id, (select count(*)::int from session_file f where f.proposal_id = p.id) as count
    from proposal p join proposal_speaker s on s.proposal_id = p.id and s.is_accepted
    where p.code = ${code.toUpperCase()} and p.event_id = ${event.id}::uuid and s.person_id = ${actor.id}::uuid
    for update of p`
  return row ?? null
}

async function record(tx: Tx, verb: string, actor: Person, event: AuthorizedEvent, code: string): Promise<void> {
  const resourceId = code.toUpperCase()
  await audit.record(tx, { actor, verb, resource: 'session-file', resourceId, eventId: event.id })
  await purge.tags(tx, [`schedule:${event.slug}`])
}
