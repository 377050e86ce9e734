import { subHours, subMinutes } from 'date-fns'
import { db, together } from '@/lib/db'
import { countQuestion, withinLimit } from '@/lib/rate-limit'
import { type Earlier, refuseRepeat } from './rules'

interface StoredAnswer {
  status: number
  body: string
  headers: Record<string, string>
}

/** What one token may ask in a minute. */
export const REQUESTS_A_MINUTE = 600

/** Counts a request of this token and notes, at most once a minute, when it was used. How many seconds to wait, or 0. */
export async function countUse(tokenId: string, now: Date): Promise<number> {
  const limit = { tries: REQUESTS_A_MINUTE, minutes: 1 }
  const [isWithin] = await Promise.all([
    withinLimit(db, `api:${tokenId}`, limit, now),
    db.apiToken.updateMany({
      where: { id: tokenId, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: subMinutes(now, 1) } }] },
      data: { lastUsedAt: now },
    }),
  ])
  return isWithin ? 0 : 60 - now.getUTCSeconds()
}

/** Counts a question of a visitor's, together with those on pages. How many seconds to wait, or 0. */
export const countVisit = (network: string, now: Date) => countQuestion(db, network, now)

/** Work takes seconds: a claim without an answer after this long belongs to a process that has died. */
const MINUTES_TO_WORK = 2

/** What a POST answers, and what it does once that is committed: wait for what goes on behind, for a fuller answer. */
interface Worked {
  answer: StoredAnswer
  afterwards?: (() => Promise<StoredAnswer>) | undefined
}

/**
 * Runs a POST once for this key: the same body within 24 hours gets the first answer, another body is refused. The row
 * is claimed before the work, so of two at once one works and the other is told to wait. The answer is written in the
 * very transaction of the work: either both are there or neither, wherever a process dies or a connection ends. So work
 * that throws leaves nothing claimed and nothing done; a process that dies frees its key after two minutes.
 */
export async function once(
  request: { tokenId: string; key: string; bodyHash: string; now: Date },
  work: () => Promise<Worked>,
): Promise<StoredAnswer | { refused: 'key-reused' | 'in-progress' }> {
  const { tokenId, key, bodyHash, now } = request
  const isOver = [
    { createdAt: { lt: subHours(now, 24) } },
    { status: null, createdAt: { lt: subMinutes(now, MINUTES_TO_WORK) } },
  ]
  await db.idempotentAnswer.deleteMany({ where: { tokenId, OR: isOver } })
  const claim = await db.idempotentAnswer.createMany({
    data: { tokenId, key, bodyHash, createdAt: now },
    skipDuplicates: true,
  })
  if (claim.count === 0) {
    const earlier = await db.idempotentAnswer.findUnique({ where: { tokenId_key: { tokenId, key } } })
    // It was freed in this very moment: the next attempt works.
    if (!earlier) return { refused: 'in-progress' }
    const refused = refuseRepeat(earlier satisfies Earlier, bodyHash)
    return refused ? { refused } : stored(earlier)
  }
  const own = { tokenId, key, createdAt: now }
  try {
    const { answer, afterwards } = await workWithAnswer(own, work)
    if (!afterwards) return answer
    const fuller = await afterwards()
    await db.idempotentAnswer.updateMany({ where: own, data: { ...fuller } })
    return fuller
  } catch (error) {
    // Waits for the transaction where that is still ending: a claim that has its answer stays.
    await db.idempotentAnswer.deleteMany({ where: { ...own, status: null } })
    if (error instanceof Passing) return error.answer
    throw error
  }
}

function workWithAnswer(own: { tokenId: string; key: string; createdAt: Date }, work: () => Promise<Worked>) {
  return together(async (tx) => {
    const worked = await work()
    if (worked.answer.status >= 500) throw new Passing(worked.answer)
    const { count } = await tx.idempotentAnswer.updateMany({
      where: { ...own, status: null },
      data: { ...worked.answer },
    })
    if (count === 0) throw new Error('Another attempt has this key by now.')
    return worked
  })
}

/** A passing failure is not an answer to keep: nothing of it stays, and the next attempt works again. */
class Passing extends Error {
  constructor(readonly answer: StoredAnswer) {
    super('A passing failure')
  }
}

function stored({ status, body, headers }: { status: number | null; body: unknown; headers: unknown }): StoredAnswer {
  const kept = typeof headers === 'object' && headers !== null ? Object.entries(headers) : []
  return {
    status: status ?? 500,
    body: typeof body === 'string' ? body : '',
    headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
  }
}
