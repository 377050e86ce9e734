import { z } from 'zod'
import { Email } from '@/features/access/schema'
import { oneLine } from '@/lib/text'

/** Why an invitation is not answered: the word, and the sentence that people read. */
export const INVITATION_REFUSALS = {
  gone: 'This link does not work any more.',
  'signed-out': 'Sign in to say yes.',
  'no-address': 'Your account has no e-mail address, so the others could not name you. Add one in your profile.',
  'speaks-already': 'You speak in this proposal already.',
  'limit-reached': 'You have submitted as many proposals as this call takes from one person.',
  over: 'This proposal was withdrawn or cancelled meanwhile.',
} as const
export type InvitationRefusal = keyof typeof INVITATION_REFUSALS

/** For whom somebody proposes. */
export const Successor = z.object({
  name: z
    .string()
    .transform(oneLine)
    .pipe(z.string().min(1, 'Say who it is').max(200, 'The name is longer than 200 characters')),
  email: Email,
})

/** The sentence behind a word in an address; null where it is none of ours. */
export function invitationProblem(word: string | undefined): string | null {
  return Object.entries(INVITATION_REFUSALS).find(([known]) => known === word)?.[1] ?? null
}
