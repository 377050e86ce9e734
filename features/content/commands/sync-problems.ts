import { transaction } from '@/lib/db'
import type { Problem } from '../schema/problems'

/** Keeps what a sync has found wrong, in a transaction of its own: that of the texts was refused. */
export function keepProblems(problems: Problem[], now = new Date()): Promise<void> {
  return transaction(async (tx) => {
    await tx.contentProblem.deleteMany()
    const data = problems.map(({ file, line, column, message }) => ({ file, line, column, message, foundAt: now }))
    await tx.contentProblem.createMany({ data })
  })
}
