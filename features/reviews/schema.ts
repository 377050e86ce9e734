import { z } from 'zod'
import { plainText } from '@/lib/text'

const remark = z
  .string()
  .transform(plainText)
  .pipe(z.string().trim().max(10_000, 'Keep it under 10,000 characters'))
  .default('')

/** What a reviewer says of a proposal; each score under the slug of its criterion. */
export const ReviewInput = z.object({
  scores: z.record(z.string().max(80), z.number().int()).default({}),
  forCommittee: remark,
  forSpeaker: remark,
  abstain: z.boolean().default(false),
  /** Handed in; otherwise kept as a draft that counts nowhere. */
  submit: z.boolean().default(false),
})
export type ReviewInput = z.infer<typeof ReviewInput>

export interface CriterionFacts {
  id: string
  slug: string
  name: string
  help: string
  min: number
  max: number
  weight: number
}

/** A review as it is kept and read. */
export interface ReviewText {
  scores: Record<string, number>
  forCommittee: string
  forSpeaker: string
  abstain: boolean
}

/** What the form wrote: `score-SLUG`, the two remarks, and which button was pressed. */
export function readReviewForm(form: FormData) {
  const word = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const scores = [...form.keys()]
    .filter((name) => name.startsWith('score-') && word(name) !== '')
    .map((name) => [name.slice('score-'.length), Number(word(name))] as const)
  return {
    version: Number(word('version')) || 0,
    goOn: word('intent') !== 'draft',
    content: {
      scores: Object.fromEntries(scores),
      forCommittee: word('forCommittee'),
      forSpeaker: word('forSpeaker'),
      abstain: word('abstain') === 'on',
      submit: word('intent') !== 'draft',
    },
  }
}
