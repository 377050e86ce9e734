import { type Facts, NO_FACTS } from '@/features/proposals/schema'

type Moments = { submitted: Date; decided: Date; told: Date; answered: Date }

/** What the facts are once a proposal has come so far, every step at its moment. */
export function factsAt(at: Moments) {
  const submitted: Facts = { ...NO_FACTS, submittedAt: at.submitted }
  const decided = (decision: Facts['decision']): Facts => ({ ...submitted, decision, decidedAt: at.decided })
  const told = (decision: Facts['decision']): Facts => ({
    ...decided(decision),
    announced: decision,
    announcedAt: at.told,
  })
  const answered = (answer: Facts['answer']): Facts => ({ ...told('accepted'), answer, answeredAt: at.answered })
  return { submitted, decided, told, answered }
}
