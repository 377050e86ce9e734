import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { z } from 'zod'
import { EVERYTHING } from './purges'

export type OnPurge = (tags: string[], options: { hard: boolean }) => void

const Notice = z.object({ tags: z.array(z.string()), hard: z.boolean() })
const ping = 'ping '
const pingWithin = 1_000
/** Ids commit out of order: so many before the newest are read again each time. */
const overlap = 1_000

/** LISTENs, and proves it with a notice to itself: behind a pooler the command succeeds and nothing ever arrives. */
export async function hearNotices(client: Client, onPurge: OnPurge): Promise<boolean> {
  const own = ping + randomUUID()
  const heard = new Promise<true>((resolve) => {
    client.on('notification', ({ payload = '' }) => {
      if (payload === own) resolve(true)
      else if (!payload.startsWith(ping)) heed(payload, onPurge)
    })
  })
  await client.query('listen purge')
  await client.query(`select pg_notify('purge', $1)`, [own])
  return Promise.race([heard, sleep(pingWithin, false as const, { ref: false })])
}

/** A notice as the writing side sends it; what cannot be read purges all, and withdraws it to be safe. */
function heed(payload: string, onPurge: OnPurge): void {
  const notice = Notice.safeParse(parse(payload))
  if (notice.success) onPurge(notice.data.tags, { hard: notice.data.hard })
  else onPurge([EVERYTHING], { hard: payload !== 'everything' })
}

function parse(payload: string): unknown {
  try {
    return JSON.parse(payload)
  } catch {
    return null
  }
}

interface PollOptions {
  begin: () => void
  onPurge: OnPurge
  everyMs: number
  signal: AbortSignal
}

/** Reads the log again and again, each entry once. */
export async function pollLog(client: Client, { begin, onPurge, everyMs, signal }: PollOptions): Promise<void> {
  const seen = new Set((await readLog(client, 0)).map(({ id }) => id))
  let newest = Math.max(0, ...seen)
  begin()
  while (!signal.aborted) {
    await sleep(everyMs, undefined, { signal })
    for (const { id, tags, hard } of await readLog(client, newest - overlap)) {
      if (seen.has(id)) continue
      seen.add(id)
      newest = Math.max(newest, id)
      onPurge(tags, { hard })
    }
    for (const id of seen) if (id < newest - overlap) seen.delete(id)
  }
}

interface LogRow {
  id: number
  tags: string[]
  hard: boolean
}

/** The entries after `after`, oldest first; from the start only those that an overlap would read again. */
async function readLog(client: Client, after: number): Promise<LogRow[]> {
  const from = after > 0 ? '$1' : `(select coalesce(max(id), 0) - $1 from purge_log)`
  const { rows } = await client.query<LogRow>(
    `select id::float8 as id, tags, hard from purge_log where id > ${from} order by id`,
    [after > 0 ? after : overlap],
  )
  return rows
}
