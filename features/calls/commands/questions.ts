import type { AuthorizedEvent } from '@/features/access/queries'
import type { Caller } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { type Tx, transaction } from '@/lib/db'
import * as purge from '@/lib/purge'
import { slugify } from '@/lib/slug'
import { listQuestionRows } from '../queries/questions'
import { type ConditionProblem, conditionProblems } from '../rules/conditions'
import { FACT_NAMES, type Question } from '../schema/question'

export type QuestionRefusal =
  | { ok: false; reason: 'overtaken' | 'not-found' | 'no-such-call' | 'too-many' | 'answered' }
  | { ok: false; reason: 'conditions'; problem: ConditionProblem; label: string }
  | { ok: false; reason: 'option-chosen'; label: string }
  | { ok: false; reason: 'others-hang-on-it'; label: string }
type Result = { ok: true; key: string } | QuestionRefusal

const MOST = 100

/**
 * Writes a question: a new one, or the one of this key. The form's version must be the one that its chair has seen; null
 * where they have asked for none.
 */
export function saveQuestion(
  actor: Caller,
  event: AuthorizedEvent,
  { key, version, question }: { key: string | null; version: number | null; question: Question },
): Promise<Result> {
  return change(actor, event, version, async (tx, questions) => {
    const before = key === null ? null : questions.find((each) => each.key === key)
    if (before === undefined) return { ok: false, reason: 'not-found' }
    if (!before && questions.length >= MOST) return { ok: false, reason: 'too-many' }
    const call = await callOf(tx, event, question.call)
    if (question.call !== null && !call) return { ok: false, reason: 'no-such-call' }
    const wanted = { ...question, key: before?.key ?? freeKey(question.label, questions) }
    const form = before ? questions.map((each) => (each === before ? wanted : each)) : [...questions, wanted]
    const [problem] = conditionProblems(form)
    if (problem) return { ok: false, reason: 'conditions', problem, label: labelOf(form, problem.on) }
    const refusal = before && (await refuseChange(tx, event, before, wanted))
    if (refusal) return refusal
    const { call: _, ...columns } = wanted
    const data = {
      ...columns,
      callId: call?.id ?? null,
      options: [...wanted.options],
      conditions: [...wanted.conditions],
    }
    const where = { eventId_key: { eventId: event.id, key: wanted.key } }
    if (before) await tx.question.update({ where, data })
    else await tx.question.create({ data: { ...data, eventId: event.id, position: questions.length } })
    return { ok: true, key: wanted.key }
  })
}

/** Takes a question away that nobody has answered and on which no other hangs. */
export function removeQuestion(
  actor: Caller,
  event: AuthorizedEvent,
  facts: { key: string; version: number | null },
): Promise<Result> {
  return change(actor, event, facts.version, async (tx, questions) => {
    const question = questions.find(({ key }) => key === facts.key)
    if (!question) return { ok: false, reason: 'not-found' }
    const hanging = questions.find(({ conditions }) => conditions.some(({ on }) => on === question.key))
    if (hanging) return { ok: false, reason: 'others-hang-on-it', label: hanging.label }
    if ((await countAnswers(tx, event, question)) > 0) return { ok: false, reason: 'answered' }
    await tx.question.delete({ where: { eventId_key: { eventId: event.id, key: question.key } } })
    return { ok: true, key: question.key }
  })
}

/** Moves a question by one place; at the end of the form it stays. */
export function moveQuestion(
  actor: Caller,
  event: AuthorizedEvent,
  facts: { key: string; by: -1 | 1; version: number | null },
): Promise<Result> {
  return change(actor, event, facts.version, async (tx, questions) => {
    const order = questions.map(({ key }) => key)
    const from = order.indexOf(facts.key)
    if (from < 0) return { ok: false, reason: 'not-found' }
    const to = Math.min(order.length - 1, Math.max(0, from + facts.by))
    order.splice(to, 0, ...order.splice(from, 1))
    for (const [position, key] of order.entries())
      await tx.question.update({ where: { eventId_key: { eventId: event.id, key } }, data: { position } })
    return { ok: true, key: facts.key }
  })
}

/** Locks the event's form, holds it against the version that was seen, works on it, and makes it one version newer. */
async function change(
  actor: Caller,
  event: AuthorizedEvent,
  version: number | null,
  work: (tx: Tx, questions: Question[]) => Promise<Result>,
): Promise<Result> {
  return transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ version: number }[]>`
      select form_version as version from event where id = ${event.id}::uuid for update`
    if (!row || (version !== null && row.version !== version)) return { ok: false, reason: 'overtaken' }
    const rows = await listQuestionRows(event.id, tx)
    const result = await work(
      tx,
      rows.map(({ id: _, ...question }) => question),
    )
    if (!result.ok) return result
    await tx.event.update({ where: { id: event.id }, data: { formVersion: { increment: 1 } } })
    const facts = { verb: 'update', resource: 'form', resourceId: event.slug, eventId: event.id }
    await audit.record(tx, { actor, ...facts, detail: { question: result.key } })
    await purge.tags(tx, [`event:${event.slug}`, `schedule:${event.slug}`])
    return result
  })
}

/** What answers that there are do not survive: another kind of answer, another one who answers, a choice gone. */
async function refuseChange(
  tx: Tx,
  event: AuthorizedEvent,
  before: Question,
  wanted: Question,
): Promise<QuestionRefusal | null> {
  const isOther = before.kind !== wanted.kind || before.about !== wanted.about
  if (isOther && (await countAnswers(tx, event, before)) > 0) return { ok: false, reason: 'answered' }
  for (const option of before.options) {
    const isGone = !wanted.options.some(({ value }) => value === option.value)
    if (isGone && (await countAnswers(tx, event, before, option.value)) > 0)
      return { ok: false, reason: 'option-chosen', label: option.label }
  }
  return null
}

/** How many have answered a question at all, or with this choice; drafts count. */
export async function countAnswers(
  tx: Tx,
  event: AuthorizedEvent,
  { key, about }: Question,
  value?: string,
): Promise<number> {
  const chosen = JSON.stringify(value ?? null)
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select answers -> ${key} as answer from proposal where event_id = ${event.id}::uuid and ${about} = 'proposal'
      union all
      select s.answers -> ${key} from proposal_speaker s join proposal p on p.id = s.proposal_id
      where p.event_id = ${event.id}::uuid and ${about} = 'speaker'
      union all
      select r.answers -> ${key} from review r join proposal p on p.id = r.proposal_id
      where p.event_id = ${event.id}::uuid and ${about} = 'reviewer'
    ) given
    where answer is not null and answer not in ('""', '[]')
      and (${value === undefined} or answer = ${chosen}::jsonb or answer @> jsonb_build_array(${chosen}::jsonb))`
  return row?.count ?? 0
}

function callOf(tx: Tx, event: AuthorizedEvent, kind: string | null) {
  if (kind === null) return null
  return tx.call.findUnique({ where: { eventId_kind: { eventId: event.id, kind } }, select: { id: true } })
}

/** A key that no other question has; facts of a proposal have theirs. */
function freeKey(label: string, questions: Question[]): string {
  const taken = new Set<string>([...questions.map(({ key }) => key), ...FACT_NAMES])
  const base = slugify(label, 'question').slice(0, 60).replace(/-+$/, '')
  let key = base
  for (let n = 2; taken.has(key); n++) key = `${base}-${n}`
  return key
}

const labelOf = (questions: Question[], on: string) => questions.find(({ key }) => key === on)?.label ?? on
