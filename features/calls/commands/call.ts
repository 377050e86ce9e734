import type { AuthorizedEvent } from '@/features/access/queries'
import type { Caller } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import * as purge from '@/lib/purge'
import { slugify } from '@/lib/slug'
import { CALL_KINDS } from '../schema/call'
import type { CallForm, CallMoments } from '../schema/call-form'

export type CallRefusal =
  | 'overtaken'
  | 'not-found'
  | 'kind-taken'
  | 'no-such-format'
  | 'no-such-language'
  | 'has-proposals'
  | 'has-questions'
/** What of the form counts beside its moments. */
type CallFacts = Omit<CallForm, 'opensAt' | 'closesAt' | 'deadlines'>
type Result = { ok: true; kind: string } | { ok: false; reason: CallRefusal }

/** Writes a call: a new one, or the one of this kind, of which the chair has seen this version. */
export function saveCall(
  actor: Caller,
  event: AuthorizedEvent,
  { kind, version, form, moments }: { kind: string | null; version: number; form: CallFacts; moments: CallMoments },
): Promise<Result> {
  return transaction(async (tx) => {
    await lockEvent(tx, event)
    const facts = await tx.event.findUniqueOrThrow({
      where: { id: event.id },
      select: {
        languages: true,
        formats: { select: { id: true, slug: true } },
        calls: { select: { id: true, kind: true, version: true } },
      },
    })
    const before = kind === null ? null : facts.calls.find((call) => call.kind === kind)
    if (before === undefined) return { ok: false, reason: 'not-found' }
    if (before && before.version !== version) return { ok: false, reason: 'overtaken' }
    const wanted = before?.kind ?? kindOf(form)
    if (!before && facts.calls.some((call) => call.kind === wanted)) return { ok: false, reason: 'kind-taken' }
    if (form.languages.some((language) => !facts.languages.includes(language)))
      return { ok: false, reason: 'no-such-language' }
    const formats = facts.formats.filter(({ slug }) => form.formats.includes(slug))
    if (formats.length < form.formats.length) return { ok: false, reason: 'no-such-format' }
    const { name, timeZone, graceMinutes, limitPerPerson, byInvitation, languages, guidance } = form
    const data = {
      ...{ timeZone, graceMinutes, limitPerPerson, byInvitation, languages, guidance },
      name: wanted in CALL_KINDS ? '' : name,
      opensAt: moments.opensAt,
      closesAt: moments.closesAt,
      closesByDay: false,
    }
    const call = before
      ? await tx.call.update({ where: { id: before.id }, data: { ...data, version: { increment: 1 } } })
      : await tx.call.create({ data: { ...data, eventId: event.id, kind: wanted, position: facts.calls.length } })
    await tx.callFormat.deleteMany({ where: { callId: call.id } })
    await tx.callFormat.createMany({
      data: formats.map(({ id, slug }) => ({
        callId: call.id,
        formatId: id,
        closesAt: moments.deadlines[slug] ?? null,
      })),
    })
    await record(tx, actor, event, before ? 'update' : 'create', wanted)
    return { ok: true, kind: wanted }
  })
}

/** Takes a call away to which nobody has proposed and which asks nothing of its own. */
export function removeCall(actor: Caller, event: AuthorizedEvent, kind: string): Promise<Result> {
  return transaction(async (tx) => {
    await lockEvent(tx, event)
    const call = await tx.call.findUnique({
      where: { eventId_kind: { eventId: event.id, kind } },
      select: { id: true, _count: { select: { proposals: true, questions: true } } },
    })
    if (!call) return { ok: false, reason: 'not-found' }
    if (call._count.proposals > 0) return { ok: false, reason: 'has-proposals' }
    if (call._count.questions > 0) return { ok: false, reason: 'has-questions' }
    await tx.call.delete({ where: { id: call.id } })
    await record(tx, actor, event, 'delete', kind)
    return { ok: true, kind }
  })
}

/** A kind of the event's own is named by its words; `new` is the address of the form that makes one. */
function kindOf({ kind, name }: CallFacts): string {
  const own = kind || slugify(name, 'call')
  return own === 'new' ? 'new-call' : own
}

function lockEvent(tx: Tx, { id }: AuthorizedEvent) {
  return tx.$queryRaw`select 1 from event where id = ${id}::uuid for update`
}

async function record(tx: Tx, actor: Caller, event: AuthorizedEvent, verb: string, kind: string): Promise<void> {
  await audit.record(tx, { actor, verb, resource: 'call', resourceId: `${event.slug}/${kind}`, eventId: event.id })
  await purge.tags(tx, [`event:${event.slug}`, 'events'])
}
