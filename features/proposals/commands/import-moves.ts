import type { AuthorizedEvent } from '@/features/access/queries'
import type { Tx } from '@/lib/db'
import { factsAfter, stateFor } from '../rules'
import { movesTo, ORDER, type Step } from '../rules/foreign-moves'
import type { Source } from '../schema/portable'
import type { Written } from './import-proposals'
import { recordMoves } from './record'
import { lockProposals, type Made } from './subject'

interface Context {
  now: Date
  say: (line: string) => void
  note: (place: string, text: string) => void
}

/**
 * Brings proposals to where a file has them, move by move; how many it has moved. What has gone another way here stays.
 * The log says from which system it was; nobody is mailed of what they were told there.
 */
export async function makeMoves(
  tx: Tx,
  event: AuthorizedEvent,
  source: Source,
  written: Written[],
  { now, say, note }: Context,
): Promise<number> {
  const wanted = new Map(written.filter(({ isUnchanged }) => !isUnchanged).map((each) => [each.code, each]))
  const subjects = await lockProposals(tx, event, [...wanted.keys()])
  const detail = { import: source }
  const actor = { kind: 'system' } as const
  const edited = subjects.filter(({ code, submittedAt }) => wanted.get(code)?.isEdited && submittedAt)
  if (edited.length > 0) {
    const made = edited.map((subject): Made => ({ subject, side: 'committee', input: { now }, detail }))
    await recordMoves(tx, 'edit', actor, event, made, [])
  }
  const ways = subjects.flatMap((subject) => {
    const each = wanted.get(subject.code)
    const { standing, submittedAt } = each?.read.thing ?? {}
    const steps = standing && movesTo(subject, standing, { submittedAt: submittedAt ?? null, now })
    const from = stateFor(subject, 'committee')
    if (each && !steps)
      note(each.read.place, `${subject.code} is ${from} here and went another way in the file; it stays`)
    return each && steps?.length ? [{ each, subject, steps, from }] : []
  })
  for (const move of ORDER) {
    const made = ways.flatMap(({ subject, steps }): { made: Made; step: Step }[] => {
      const step = steps.find((each) => each.move === move)
      const side = move === 'decide' || move === 'announce' ? 'committee' : 'speaker'
      return step ? [{ made: { subject, side, input: step.input, detail }, step }] : []
    })
    if (made.length === 0) continue
    await recordMoves(
      tx,
      move,
      actor,
      event,
      made.map((each) => each.made),
      [],
    )
    for (const {
      made: { subject },
      step,
    } of made)
      Object.assign(subject, factsAfter(move, subject, step.input))
  }
  for (const { each, subject, from } of ways)
    if (!each.isNew) say(`~ proposal ${each.read.thing.id}: ${from} → ${stateFor(subject, 'committee')}`)
  return ways.length
}
