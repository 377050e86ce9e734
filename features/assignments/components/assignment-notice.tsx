import { Callout } from '@/components/callout'
import { PAIR_REFUSALS, PLAN_REFUSALS } from '../schema'

export interface Says {
  done?: string
  problem?: string
  added?: string
  removed?: string
}

const DONE: Record<string, string> = {
  cancelled: 'The plan was dropped.',
  lock: 'Locked: no plan takes these away.',
  unlock: 'Unlocked: the next plan may change them.',
  remove: 'Taken away.',
  loads: 'The loads are saved; the next plan keeps to them.',
}
const PROBLEMS: Record<string, string> = {
  ...PLAN_REFUSALS,
  ...PAIR_REFUSALS,
  none: 'Choose at least one pair.',
  loads: 'A load is a whole number, or nothing. None was saved.',
}

/** What was just done about assignments, or why it was not. */
export function AssignmentNotice({ done = '', problem = '', added, removed }: Says) {
  if (done === 'applied')
    return (
      <Callout tone="positive" role="status" title="The plan is applied.">
        {Number(added) || 0} added, {Number(removed) || 0} taken away.
      </Callout>
    )
  const [said, refused] = [find(DONE, done), find(PROBLEMS, problem)]
  if (said) return <Callout tone="positive" role="status" title={said} />
  return refused ? <Callout tone="caution" role="status" title={refused} /> : null
}

/** The pair with which the page before ended, as its address says it. */
export function afterOf(text: string): { code: string; slug: string } | null {
  const [code = '', slug = ''] = text.split(' ')
  return code && slug ? { code, slug } : null
}

const find = (words: Record<string, string>, key: string) => (Object.hasOwn(words, key) ? words[key] : undefined)
