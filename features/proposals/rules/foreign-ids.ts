import type { QuestionKind } from '@/features/calls/schema/question'
import { CODE_LETTERS } from '@/lib/tokens'
import { numberOf } from '@/lib/uuid'
import type { Source } from '../schema/portable'

/** The ids under which a system hears of what is here: those that it has itself given, else some that never change. */
export interface Ids {
  proposal: (code: string, foreign?: string) => string
  speaker: (person: { id: string; slug: string }, foreign?: string) => string
  question: (question: { key: string; kind: QuestionKind }, foreign?: string) => string
  slot: (slot: { id: string }, foreign?: string) => string
}

export function foreignIds(source: Source | null): Ids {
  return source ? { sessionize, pretalx, 'schedule-xml': own, reviews: own }[source] : own
}

const own: Ids = {
  proposal: (code) => code,
  speaker: ({ slug }) => slug,
  question: ({ key }) => key,
  slot: ({ id }) => id,
}

const isChoice = (kind: QuestionKind) => kind === 'choice' || kind === 'choices'
const slotNumber = ({ id }: { id: string }, foreign?: string) => foreign ?? String(numberOf(`slot ${id}`))
const numeric = (foreign: string) => (/^\d{1,15}$/.test(foreign) ? foreign : String(numberOf(foreign)))

/** Sessionize has numbers for sessions and questions, and lists of choices beside the questions. */
const sessionize: Ids = {
  proposal: (code, foreign) => foreign ?? String(numberOfCode(code)),
  speaker: ({ id }, foreign) => foreign ?? id,
  question: ({ key, kind }, foreign) => {
    const number = numeric(foreign?.replace(/^category-/, '') ?? `question ${key}`)
    return isChoice(kind) ? `category-${number}` : number
  },
  slot: slotNumber,
}

const pretalx: Ids = {
  proposal: (code, foreign) => foreign ?? code,
  speaker: ({ id }, foreign) => foreign ?? codeOf(id),
  question: ({ key }, foreign) => numeric(foreign ?? `question ${key}`),
  slot: ({ id }, foreign) => numeric(foreign ?? `slot ${id}`),
}

/** A code is thirty bits: each has a number of its own, above those that Sessionize gives. */
function numberOfCode(code: string): number {
  return [...code].reduce((sum, letter) => sum * 32 + CODE_LETTERS.indexOf(letter), 0) + 2 ** 30
}

/** Sixteen letters for a person: a code as pretalx has them, longer, so that no two people share one. */
function codeOf(personId: string): string {
  const bits = BigInt(`0x${personId.replaceAll('-', '').slice(-20)}`)
  return Array.from({ length: 16 }, (_, place) => CODE_LETTERS[Number((bits >> BigInt(place * 5)) & 31n)]).join('')
}
