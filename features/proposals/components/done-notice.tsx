import { Callout } from '@/components/callout'
import { REFUSALS } from '../table'

const DONE: Record<string, [title: string, text: string]> = {
  submitted: ['Your proposal is with us.', 'A mail with its code is on its way to you.'],
  saved: ['Your draft is saved.', 'Nobody but you can see it. Come back whenever you like.'],
  changed: ['Your changes are saved.', 'The committee reads the new text.'],
  restored: ['That version is the newest now.', 'Every other is still here.'],
  again: [
    'Here is your talk as a new draft.',
    'Look it through before you submit it: it was written for another event.',
  ],
  moved: [
    'It is in the other call now.',
    'Look it through: what that call asks beside is below, and nothing that you wrote is lost.',
  ],
  joined: ['You speak in this proposal now.', 'Read it through: you can change it as the others can.'],
  'handed-over': ['It is yours now.', 'You are its first speaker; who proposed it for you no longer is.'],
  invited: ['The link is on its way.', 'You see here when it has been answered.'],
  'taken-back': ['The link does not work any more.', 'The proposal stays yours.'],
  'file-added': ['It is here now.', 'You choose below who can see it.'],
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
