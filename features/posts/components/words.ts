import type { Tone } from '@/components/badge'
import type { PostState } from '../schema'

export const STATE_WORDS: Record<PostState, [tone: Tone, label: string]> = {
  draft: ['neutral', 'Being written'],
  submitted: ['accent', 'With the editors'],
  waiting: ['caution', 'Waiting for quotes'],
  held: ['negative', 'Held back by a quote'],
  ready: ['positive', 'Ready to publish'],
  scheduled: ['accent', 'Scheduled'],
  published: ['positive', 'Published'],
  unpublished: ['neutral', 'Taken off the site'],
}

/** What happens next, said to the guest. */
export const NEXT: Record<PostState, string> = {
  draft: 'It is saved as you type. Nobody reads it before you hand it in.',
  submitted: 'An editor reads it next. You can take it back while nobody has approved it.',
  waiting: 'An editor has approved it. It comes out once everybody whom it quotes has approved their words.',
  held: 'Somebody has refused to be quoted. An editor will give the text back to you, so that you can change it.',
  ready: 'Everything is approved. An editor publishes it next.',
  scheduled: 'It comes out by itself at its moment.',
  published: 'Readers have it. To correct something, write to the editors below.',
  unpublished: 'Readers do not have it any more. Write to the editors below if you have a question.',
}

export const MOVE_WORDS: Record<string, string> = {
  invite: 'invited the guest',
  submit: 'handed it in',
  'take-back': 'took it back',
  comment: 'wrote',
  'request-changes': 'asked for changes',
  approve: 'approved it',
  ask: 'asked again',
  publish: 'published it',
  reopen: 'opened it for writing again',
  unpublish: 'took it off the site',
  'quote-approved': 'approved being quoted',
  'quote-refused': 'refused to be quoted',
}

const DONE: Record<string, string> = {
  saved: 'Saved.',
  submitted: 'Handed in. An editor reads it next.',
  'taken-back': 'It is yours again, and open for writing.',
  said: 'Sent.',
  'given-back': 'The guest has been told, and can write again.',
  approved: 'Approved. Everybody quoted has been asked who has not answered before.',
  asked: 'Asked again; the link before does not work any more.',
  published: 'Published.',
  reopened: 'The guest can write again. Readers keep the text as it is.',
  unpublished: 'Taken off the site.',
  linked: 'The link has been made.',
  revoked: 'The link does not work any more.',
}

const PROBLEMS: Record<string, string> = {
  'no-words': 'Nothing was sent: write what you want to say.',
  'no-address': 'Nobody was asked: give an e-mail address.',
  'no-moment': 'Not published: the moment is no date and time.',
  'is-waiting': 'Not published: somebody quoted has still to answer.',
  'is-held': 'Not published: a refused quote holds it back.',
  taken: 'Not published: another text has this address by now.',
  broken: 'Not published: the text has a place that cannot be shown any more. Give it back to its guest.',
  overtaken: 'The text has changed since this page was opened. Look at it again.',
  answered: 'They have answered already.',
}

/** What the address of a page says has just happened. */
export function noticeOf({ done, problem }: { done?: string | undefined; problem?: string | undefined }) {
  if (problem)
    return {
      tone: 'caution' as const,
      text: PROBLEMS[problem] ?? 'It has moved on meanwhile: this is not possible now.',
    }
  const text = done && DONE[done]
  return text ? { tone: 'positive' as const, text } : null
}
