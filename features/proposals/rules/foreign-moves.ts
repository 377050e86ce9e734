import { factsAfter } from '../rules'
import { type Facts, NO_FACTS } from '../schema'
import type { ForeignStanding } from '../schema/portable'
import type { MoveInput, MoveName } from '../table'

export interface Step {
  move: MoveName
  input: MoveInput
}

/** In this order the moves of every way stand: those of many proposals are made one kind after the other. */
export const ORDER = ['submit', 'withdraw', 'decide', 'announce', 'confirm', 'decline', 'cancel'] as const

/**
 * The moves by which a proposal gets from where it stands here to where another system says that it stands: none where
 * it is there; null where it has gone another way here, which no file may undo.
 */
export function movesTo(
  facts: Facts,
  standing: ForeignStanding,
  { submittedAt, now }: { submittedAt: Date | null; now: Date },
): Step[] | null {
  const steps = wayOf(standing).map((move): Step => {
    const moment = move === 'submit' ? (submittedAt ?? now) : now
    return { move, input: { now: moment, ...(move === 'decide' && decisionOf(standing)) } }
  })
  let at = NO_FACTS
  const stations = [keyOf(at)]
  for (const { move, input } of steps) {
    at = factsAfter(move, at, input)
    stations.push(keyOf(at))
  }
  const here = stations.lastIndexOf(keyOf(facts))
  return here < 0 ? null : steps.slice(here)
}

const decisionOf = ({ decision }: ForeignStanding) => (decision ? { decision } : {})

function wayOf({ isDraft, isWithdrawn, decision, isAnnounced, answer, isCancelled }: ForeignStanding) {
  if (isDraft) return []
  const made: Record<(typeof ORDER)[number], boolean> = {
    submit: true,
    withdraw: isWithdrawn,
    decide: decision !== null && !isWithdrawn,
    announce: decision !== null && isAnnounced && !isWithdrawn,
    confirm: answer === 'confirmed',
    decline: answer === 'declined',
    cancel: isCancelled,
  }
  return ORDER.filter((move) => made[move])
}

/** Where it stands, whenever it got there. */
function keyOf({ submittedAt, withdrawnAt, decision, announced, answer, cancelledAt }: Facts): string {
  return [submittedAt !== null, withdrawnAt !== null, decision, announced, answer, cancelledAt !== null].join()
}

/** What other systems are told of it: `seesDecisions` where whoever asks may know what is not announced. */
export function standingFor(facts: Facts, seesDecisions: boolean): ForeignStanding {
  const decision = seesDecisions ? facts.decision : facts.announced
  const isAnnounced = decision !== null && decision === facts.announced
  return {
    isDraft: facts.submittedAt === null,
    isWithdrawn: facts.withdrawnAt !== null,
    decision,
    isAnnounced,
    answer: isAnnounced && decision === 'accepted' ? facts.answer : null,
    isCancelled: facts.cancelledAt !== null,
  }
}
