import { z } from 'zod'
import { oneLine, plainText } from '@/lib/text'
import { zonedToUtc } from '@/lib/time'
import { type CriterionFacts, PEERS, type RoundFacts } from '../schema'

export const name = (what: string) =>
  z
    .string()
    .transform(oneLine)
    .pipe(z.string().min(1, `Give the ${what} a name`).max(80, 'Keep it under 80 characters'))
const ticked = z.literal('on').optional().transform(Boolean)
const whole = z.coerce.number('Enter a whole number').int('Enter a whole number')

/** A moment on the clock of this zone, as `datetime-local` gives it; nothing is null. */
const momentIn = (timeZone: string) =>
  z.string().transform((wall, context) => {
    if (wall.trim() === '') return null
    try {
      const { at, reading } = zonedToUtc(wall, timeZone)
      if (reading !== 'nonexistent') return at
      context.addIssue({ code: 'custom', message: 'That hour does not exist: clocks are set forward then' })
    } catch {
      context.addIssue({ code: 'custom', message: 'That is no date and time' })
    }
    return z.NEVER
  })

export const closesLater = ({ opensAt, closesAt }: Pick<RoundFacts, 'opensAt' | 'closesAt'>) =>
  !opensAt || !closesAt || opensAt < closesAt
export const TOO_EARLY = { path: ['closesAt'], message: 'It must close after it opens' }

/** What the form of a round says, its moments on the event's clock. */
export const roundInput = (timeZone: string) =>
  z
    .object({
      name: name('round'),
      opensAt: momentIn(timeZone),
      closesAt: momentIn(timeZone),
      peers: z.enum(PEERS, 'Choose when they may read'),
      isBlind: ticked,
      namesReviewers: ticked,
      hasComments: ticked,
      mayAbstain: ticked,
    })
    .refine(closesLater, TOO_EARLY)
export type RoundInput = Omit<RoundFacts, 'id' | 'version'>

export const CriterionInput = z.object({
  name: name('criterion'),
  help: z.string().transform(plainText).pipe(z.string().trim().max(500, 'Keep it under 500 characters')),
  min: whole,
  max: whole,
  weight: whole.pipe(z.number().min(1, 'From 1 to 100').max(100, 'From 1 to 100')),
  position: whole.pipe(z.number().min(0, 'From 0 to 99').max(99, 'From 0 to 99')),
  roundId: z.union([z.literal('').transform(() => null), z.uuid('Choose a round')]),
})
export type CriterionInput = z.infer<typeof CriterionInput>

export type SettingsRefusal = keyof typeof SETTINGS_REFUSALS
/** Why a round or criterion is not changed: the field that is meant, and the sentence. */
export const SETTINGS_REFUSALS = {
  'not-found': ['', 'It is not there any more. Perhaps somebody else has just removed it.'],
  overtaken: ['', 'Somebody has changed it meanwhile: what you typed is below, load the page to see what is there.'],
  overlap: ['opensAt', 'Another round is open then: only one can be at a time'],
  'name-taken': ['name', 'There is one of this name already'],
  'too-many': ['roundId', 'A round has at most four criteria, so that a review takes six keys'],
  backwards: ['max', 'The highest score must be above the lowest'],
  'too-long': ['max', 'A scale has at most ten steps, from 0 or 1, so that each has a key'],
  'has-scores': ['', 'It has been used: its reviews would lose what they say. Change its words or weight instead.'],
} as const

/** What the form of a round shows, from what there is. */
export function roundValues(round: RoundFacts, wall: (at: Date) => string): Record<string, string> {
  const box = (is: boolean) => (is ? 'on' : '')
  return {
    name: round.name,
    opensAt: round.opensAt ? wall(round.opensAt) : '',
    closesAt: round.closesAt ? wall(round.closesAt) : '',
    peers: round.peers,
    isBlind: box(round.isBlind),
    namesReviewers: box(round.namesReviewers),
    hasComments: box(round.hasComments),
    mayAbstain: box(round.mayAbstain),
    version: String(round.version),
  }
}

export function criterionValues(criterion: Partial<CriterionFacts>): Record<string, string> {
  const { name = '', help = '', min = 1, max = 5, weight = 1, position = 0, roundId = null, version = 0 } = criterion
  const numbers = { min: String(min), max: String(max), weight: String(weight), position: String(position) }
  return { name, help, ...numbers, roundId: roundId ?? '', version: String(version) }
}
