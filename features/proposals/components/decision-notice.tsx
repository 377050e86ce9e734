import { Callout } from '@/components/callout'
import { REFUSALS } from '../table'

type Props = { decided?: string; undone?: string; announced?: string; problem?: string; codes?: string }

/** What was decided or announced, or why it was not. */
export function DecisionNotice({ decided, undone, announced, problem, codes }: Props) {
  if (decided)
    return (
      <Callout tone="positive" role="status" title={`${counted(decided)} decided.`}>
        Nobody has been told yet: that is a step of its own, below.
      </Callout>
    )
  if (undone)
    return (
      <Callout
        tone="positive"
        role="status"
        title={`${counted(undone)} as before the last decision or recommendation. Nobody had been told.`}
      >
        {codes && <span className="numeric">{codes}</span>}
      </Callout>
    )
  if (announced)
    return (
      <Callout tone="positive" role="status" title={`${counted(announced)} announced. The mails are on their way.`} />
    )
  if (problem === 'none') return <Callout tone="caution" role="status" title="Choose at least one proposal." />
  if (problem === 'slots')
    return <Callout tone="caution" role="status" title="Slots are whole numbers, or nothing. None was saved." />
  const refusal = Object.entries(REFUSALS).find(([word]) => word === problem)?.[1]
  return refusal ? (
    <Callout tone="caution" role="status" title="Nothing was changed: all are taken, or none.">
      {refusal} {codes && <span className="numeric">({codes})</span>}
    </Callout>
  ) : null
}

const counted = (number: string) => (number === '1' ? 'One proposal is' : `${Number(number)} proposals are`)
