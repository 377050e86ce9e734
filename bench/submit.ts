import { randomBytes } from 'node:crypto'
import { hashToken } from '@/lib/tokens'
import { query } from '@/tests/e2e/database'
import { percentile } from './figures'

/** Submits this many proposals through the API, each by a service for a speaker of its own, some at a time. */
export async function submitMany(origin: string, event: string, count: number, atOnce: number) {
  const token = `lect_${randomBytes(32).toString('base64url')}`
  await query(
    `with service as (insert into service_account (id, name) values (gen_random_uuid(), $2) returning id),
     bound as (insert into role_binding (id, role, service_account_id) select gen_random_uuid(), 'chair', id from service)
     insert into api_token (id, token_hash, name, service_account_id) select gen_random_uuid(), $1, 'bench', id from service`,
    [hashToken(token), `bench-${token.slice(5, 13)}`],
  )
  const answer = await fetch(`${origin}/api/v1/events/${event}`)
  const { formats } = (await answer.json()) as { formats: { slug: string }[] }
  const times: number[] = []
  const begun = performance.now()
  const worker = async (first: number) => {
    for (let n = first; n < count; n += atOnce) {
      const sent = performance.now()
      const response = await fetch(`${origin}/api/v1/events/${event}/proposals`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          title: `A measured proposal, number ${n}`,
          abstract: 'What happens to a queue when everybody arrives in the last five minutes. '.repeat(8),
          format: formats[0]?.slug,
          speakers: [{ email: `bench-${token.slice(5, 13)}-${n}@example.org`, name: `Speaker ${n}` }],
          submit: true,
        }),
      })
      if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`)
      times.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, (_, index) => worker(index)))
  return { perSecond: (count * 1000) / (performance.now() - begun), p99: percentile(times, 0.99) }
}
