import { subHours } from 'date-fns'
import { db } from '@/lib/db'
import { type Earlier, refuseRepeat } from './rules'

interface StoredAnswer {
  status: number
  body: string
  headers: Record<string, string>
}

/**
 * Runs a POST once for this key: the same body within 24 hours gets the first answer, another body is refused. The row
 * is claimed before the work, so of two at once one works and the other is told to wait. Work that throws leaves
 * nothing claimed.
 */
export async function once(
  request: { tokenId: string; key: string; bodyHash: string; now: Date },
  work: () => Promise<StoredAnswer>,
): Promise<StoredAnswer | { refused: 'key-reused' | 'in-progress' }> {
  const { tokenId, key, bodyHash, now } = request
  await db.idempotentAnswer.deleteMany({ where: { tokenId, createdAt: { lt: subHours(now, 24) } } })
  const claim = await db.idempotentAnswer.createMany({
    data: { tokenId, key, bodyHash, createdAt: now },
    skipDuplicates: true,
  })
  const where = { tokenId_key: { tokenId, key } }
  if (claim.count === 0) {
    const earlier = await db.idempotentAnswer.findUniqueOrThrow({ where })
    const refused = refuseRepeat(earlier satisfies Earlier, bodyHash)
    return refused ? { refused } : stored(earlier)
  }
  try {
    const answer = await work()
    // A passing failure is not an answer to keep: the next attempt works again.
    if (answer.status >= 500) await db.idempotentAnswer.delete({ where })
    else await db.idempotentAnswer.update({ where, data: { ...answer } })
    return answer
  } catch (error) {
    await db.idempotentAnswer.delete({ where })
    throw error
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
