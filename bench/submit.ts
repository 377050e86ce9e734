import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { hashToken } from '@/lib/tokens'
import { query } from '@/tests/e2e/database'
import { percentile } from './figures'

/** Below what one token may ask in a minute. */
const PER_TOKEN = 500

export interface Submitted {
  /** In all, as the API answered; and those that it was too busy for, and said so. */
  accepted: number
  refused: number
  /** In the database afterwards: those that were accepted and are there, submitted. */
  kept: number
  perSecond: number
  p50: number
  p99: number
}

/** Submits this many proposals through the API, each by a service for a speaker of its own, some at a time. */
export async function submitMany(origin: string, event: string, count: number, atOnce: number): Promise<Submitted> {
  const submit = await submitter(origin, event, count)
  return measured(event, count, async (times, codes) => {
    const worker = async (first: number) => {
      for (let n = first; n < count; n += atOnce) {
        const sent = performance.now()
        codes.push(await submit(n))
        times.push(performance.now() - sent)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, (_, index) => worker(index)))
  })
}

/**
 * Holds a rate in the last hour before the deadline: one after another comes at its time, whether or not those before
 * are answered, and its wait is counted from then.
 */
export async function holdRate(
  origin: string,
  event: string,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Submitted> {
  await query(
    `update call set closes_at = now() + interval '45 minutes'
     where event_id = (select id from event where slug = $1) and closes_at > now()`,
    [event],
  )
  const count = perSecond * seconds
  const submit = await submitter(origin, event, count)
  return measured(event, count, async (times, codes) => {
    const begun = performance.now()
    const one = async (n: number) => {
      const due = begun + (n * 1000) / perSecond
      await wait(Math.max(0, due - performance.now()))
      codes.push(await submit(n))
      times.push(performance.now() - due)
    }
    await Promise.all(Array.from({ length: count }, (_, n) => one(n)))
  })
}

async function measured(
  event: string,
  count: number,
  work: (times: number[], codes: (string | null)[]) => Promise<void>,
): Promise<Submitted> {
  const times: number[] = []
  const answers: (string | null)[] = []
  const begun = performance.now()
  await work(times, answers)
  const codes = answers.filter((code) => code !== null)
  const perSecond = (codes.length * 1000) / (performance.now() - begun)
  const rows = await query<{ kept: number }>(
    `select count(*)::int as kept from proposal p join event e on e.id = p.event_id
     where e.slug = $1 and p.code = any ($2) and p.submitted_at is not null`,
    [event, codes],
  )
  const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)]
  return { accepted: codes.length, refused: count - codes.length, kept: rows[0]?.kept ?? 0, perSecond, p50, p99 }
}

async function submitter(origin: string, event: string, count: number): Promise<(n: number) => Promise<string | null>> {
  const tokens = await Promise.all(Array.from({ length: Math.ceil(count / PER_TOKEN) }, newToken))
  const run = randomBytes(4).toString('hex')
  const answer = await fetch(`${origin}/api/v1/events/${event}`)
  const { formats } = (await answer.json()) as { formats: { slug: string }[] }
  return async (n) => {
    const response = await fetch(`${origin}/api/v1/events/${event}/proposals`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokens[n % tokens.length]}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        title: `A measured proposal, number ${n}`,
        abstract: 'What happens to a queue when everybody arrives in the last five minutes. '.repeat(8),
        format: formats[0]?.slug,
        speakers: [{ email: `bench-${run}-${n}@example.org`, name: `Speaker ${n}` }],
        submit: true,
      }),
    })
    if (response.status === 503) return null
    if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`)
    return ((await response.json()) as { code: string }).code
  }
}

async function newToken(): Promise<string> {
  const token = `lect_${randomBytes(32).toString('base64url')}`
  await query(
    `with service as (insert into service_account (id, name) values (gen_random_uuid(), $2) returning id),
     bound as (insert into role_binding (id, role, service_account_id) select gen_random_uuid(), 'chair', id from service)
     insert into api_token (id, token_hash, name, service_account_id) select gen_random_uuid(), $1, 'bench', id from service`,
    [hashToken(token), `bench-${hashToken(token).slice(0, 8)}`],
  )
  return token
}
