import { z } from 'zod'
import { Email } from '@/features/access/schema'
import { MOST_REFERENCES } from './schema/forms'

const FEWEST_CHARACTERS = 100

const Reference = z.object({
  name: z.string().trim().max(120, 'Keep it under 120 characters'),
  email: z.string().trim(),
})

/** What may be kept of an application that is not handed in: hard limits only. */
export const ApplicationDraft = z.object({
  statement: z.string().trim().max(4_000, 'Keep it under 4,000 characters'),
  activities: z.string().trim().max(4_000, 'Keep it under 4,000 characters'),
  references: z.array(Reference).max(MOST_REFERENCES),
  version: z.coerce.number().int().min(0).max(2_147_483_647),
})
export type ApplicationDraft = z.infer<typeof ApplicationDraft>

/** What a committee needs to decide. */
export const Application = ApplicationDraft.extend({
  statement: ApplicationDraft.shape.statement.min(FEWEST_CHARACTERS, 'Say a little more: at least 100 characters'),
  activities: ApplicationDraft.shape.activities.min(1, 'Name something that you have done'),
}).superRefine(({ references }, context) => {
  const named = references
    .map(({ name, email }, index) => ({ name, email, index }))
    .filter(({ name, email }) => name + email)
  if (named.length === 0)
    context.addIssue({ code: 'custom', path: ['reference-0-name'], message: 'Name somebody who can speak for you' })
  const seen = new Set<string>()
  for (const { name, email, index } of named) {
    const issue = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [`reference-${index}-${field}`], message })
    const address = Email.safeParse(email)
    if (name === '') issue('name', 'Enter their name')
    if (!address.success) issue('email', 'Enter an e-mail address like name@example.org')
    else if (seen.has(address.data)) issue('email', 'This address is named twice')
    seen.add(address.data ?? email)
  }
})

const VOTES = ['yes', 'no', 'abstain'] as const
export type Vote = (typeof VOTES)[number]
export const NewVote = z.object({
  vote: z.enum(VOTES, 'Choose how you vote'),
  reason: z.string().trim().min(1, 'Say why, for the others').max(2_000, 'Keep it under 2,000 characters'),
})
export type NewVote = z.infer<typeof NewVote>

export const NewConflict = z.object({
  reason: z.string().trim().min(1, 'Say what connects you').max(500, 'Keep it under 500 characters'),
})

export const NewDecision = z.object({
  decision: z.enum(['accepted', 'declined'], 'Choose what is decided'),
  letter: z.string().trim().min(1, 'Write to the applicant').max(4_000, 'Keep it under 4,000 characters'),
})
export type NewDecision = z.infer<typeof NewDecision>

export const ReferenceWords = z.object({
  words: z.string().trim().max(2_000, 'Keep it under 2,000 characters'),
})

/** The sentences for what a rule or command refuses. */
export const REFUSALS: Record<string, string> = {
  ambassador: 'You are an ambassador already.',
  'already-submitted': 'Your application is with us already.',
  overtaken: 'It was saved somewhere else meanwhile. What you typed is below; save again to replace the other.',
  'too-often': 'That was often enough for today. Try again tomorrow.',
  own: 'This is your own application: others decide on it.',
  conflict: 'You have declared a conflict of interest: others decide on it.',
  overlap: 'They have a term that begins later: correct or take back that one first.',
  'not-submitted': 'It has not been handed in.',
  withdrawn: 'It has been withdrawn.',
  decided: 'It has been decided already.',
  'no-votes': 'Nobody has voted yes or no yet. Vote first.',
  'not-found': 'It is not there any more.',
  'no-term': 'You have no term that could be renewed.',
  ended: 'Your term is over. Apply again if you want to come back.',
  'too-early': 'It is too early: a term can be renewed in its last 60 days.',
  renewed: 'Your term is renewed already.',
}
