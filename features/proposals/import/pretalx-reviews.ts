import type { z } from 'zod'
import type { Gathered } from './build'
import { emailIn, lineIn, momentIn, proseIn } from './fields'
import type { Reading } from './files'
import { CategoryShape, type RecordList, ReviewShape } from './pretalx-shapes'
import { parseRecords } from './records'

const TOTAL = 'Score'

/** Reviews as pretalx's API has them: scores by category where they are expanded, else the one in all. */
export function readPretalxReviews(
  lists: RecordList[],
  found: Gathered,
  { reading, timeZone }: { reading: Reading; timeZone: string },
): void {
  const of = <Schema extends z.ZodType>(kind: RecordList['kind'], schema: Schema) =>
    lists
      .filter((list) => list.kind === kind)
      .flatMap((list) => parseRecords(list.place, list.records, schema, reading))
  const categories = new Map(of('score-categories', CategoryShape).map(({ thing }) => [thing.id, thing.name]))
  const reviews = of('reviews', ReviewShape)
  const answered = reviews.filter(({ thing }) => thing.answers.length > 0).length
  if (answered > 0) reading.note('reviews', `what reviewers answered is not taken, of ${answered} reviews`)
  for (const { place, thing } of reviews) {
    if (!thing.user) reading.problem(`${place}, user`, 'says no reviewer')
    const given = thing.scores.flatMap((score): [string, number][] => {
      if (!score || score.value === null || score.value === undefined) return []
      const { id, name } = score.category
      return [[lineIn(name || categories.get(id) || `Category ${id}`, 80, reading, `${place}, scores`), score.value]]
    })
    const scores = given.length > 0 || typeof thing.score !== 'number' ? given : [[TOTAL, thing.score] as const]
    const { code = '', name, email } = thing.user ?? {}
    const reviewer = {
      id: code,
      name: lineIn(name || code, 120, reading, `${place}, user`),
      email: emailIn(email ?? '', reading, `${place}, user`),
    }
    found.reviews.push({
      place,
      thing: {
        ...{ id: thing.id, proposal: thing.submission, reviewer, round: null, scores: Object.fromEntries(scores) },
        forCommittee: proseIn(thing.text, 20_000, reading, `${place}, text`),
        forSpeaker: '',
        // pretalx calls a review without a score an abstention.
        isAbstained: scores.length === 0,
        submittedAt: momentIn(thing.updated ?? thing.created ?? '', timeZone, reading, `${place}, created`),
        answers: {},
      },
    })
  }
}
