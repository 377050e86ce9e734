import { z } from 'zod'
import { Instant } from '@/lib/instant'
import { PEERS } from '../schema'
import { CriterionInput, closesLater, name, TOO_EARLY } from './settings'

/** A criterion as JSON. */
export const CriterionBody = CriterionInput.extend({
  help: CriterionInput.shape.help.default(''),
  min: z.int().default(1),
  max: z.int().default(5),
  weight: z.int().min(1, 'From 1 to 100').max(100, 'From 1 to 100').default(1),
  position: z.int().min(0, 'From 0 to 99').max(99, 'From 0 to 99').default(0),
  roundId: z.uuid('Choose a round').nullable().default(null).describe('Null: in every round'),
})

/** A round as JSON. */
export const RoundBody = z
  .object({
    name: name('round'),
    opensAt: Instant.nullable().default(null),
    closesAt: Instant.nullable().default(null),
    isBlind: z.boolean().default(true).describe('Reviewers read no names of speakers'),
    peers: z.enum(PEERS).default('never').describe('When they read the reviews of others'),
    namesReviewers: z.boolean().default(false).describe('They read each other’s names'),
    hasComments: z.boolean().default(true),
    mayAbstain: z.boolean().default(true),
  })
  .refine(closesLater, TOO_EARLY)
