import { Callout } from '@/components/callout'

type Props = {
  queued?: string | undefined
  moved?: string | undefined
  problem?: string | undefined
  codes?: string | undefined
}

/** What became of the chosen messages. */
export function MailNotice({ queued, moved, problem, codes }: Props) {
  if (problem)
    return (
      <Callout tone="caution" role="status" title="Nothing was sent: all of it goes, or nothing.">
        {problem} {codes && <span className="numeric">({codes})</span>}
      </Callout>
    )
  const count = queued ?? moved
  if (count === undefined) return null
  const nothing =
    queued === undefined ? 'Nothing was moved: choose drafts.' : 'Nothing was sent: choose drafts or failed messages.'
  const done = queued === undefined ? `Moved: ${Number(count)}.` : `On their way: ${Number(count)}.`
  return (
    <Callout tone={count === '0' ? 'caution' : 'positive'} role="status">
      {count === '0' ? nothing : done}
    </Callout>
  )
}
