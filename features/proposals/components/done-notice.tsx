import { Callout } from '@/components/callout'
import { REFUSALS } from '../table'

const DONE: Record<string, [title: string, text: string]> = {
  submitted: ['Your proposal is with us.', 'A mail with its code is on its way to you.'],
  saved: ['Your draft is saved.', 'Nobody but you can see it. Come back whenever you like.'],
  changed: ['Your changes are saved.', 'The committee reads the new text.'],
  withdrawn: ['Your proposal is withdrawn.', 'Nobody reads it any further.'],
  confirmed: ['Thank you: your talk is confirmed.', 'A mail that says so is on its way to you.'],
  declined: ['You have declined.', 'Thank you for telling us.'],
  cancelled: ['Your session is cancelled.', 'The committee has been told.'],
}

/** What has just been done, or why it was not. */
export function DoneNotice({ done = '', problem = '' }: { done?: string; problem?: string }) {
  const words = Object.hasOwn(DONE, done) ? DONE[done] : undefined
  if (words)
    return (
      <Callout tone="positive" role="status" title={words[0]}>
        {words[1]}
      </Callout>
    )
  const refusal = Object.entries(REFUSALS).find(([word]) => word === problem)?.[1]
  return refusal ? (
    <Callout tone="caution" role="status" title={refusal}>
      Nothing was changed.
    </Callout>
  ) : null
}
