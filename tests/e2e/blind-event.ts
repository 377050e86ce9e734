import { randomUUID } from 'node:crypto'
import type { Person } from '@/features/access/schema'
import { newCode } from '@/lib/tokens'
import { query } from './database'
import { aSession } from './session'

/** An event of a test's own in a blind round, with four proposals and a reviewer who is signed in by `token`. */
export async function aBlindEvent(criteria = ['content']) {
  const tag = randomUUID().slice(0, 8)
  const slug = `blind-${tag}`
  const one = async <Row extends object>(sql: string, values: unknown[]) => {
    const [row] = await query<Row>(sql, values)
    if (!row) throw new Error(`Nothing came of ${sql}`)
    return row
  }
  const made = (sql: string, values: unknown[]) => one<{ id: string }>(sql, values).then(({ id }) => id)
  const aPerson = (name: string, kind: string) =>
    made(
      `insert into person (id, slug, name, email, affiliation) values (gen_random_uuid(), $1, $2, $3, $4) returning id`,
      [`${kind}-${tag}`, name, `${kind}-${tag}@${kind}-${tag}.hidden.example`, `Hidden Employer ${kind} ${tag}`],
    )
  const event = await made(
    `insert into event (id, slug, acronym, name, summary, time_zone, starts_on, ends_on)
     values (gen_random_uuid(), $1, $2, 'Blind Days', 'A test', 'Europe/Berlin', current_date + 90, current_date + 91) returning id`,
    [slug, `blind${tag.replace(/[^a-z0-9]/g, '')}`],
  )
  const callId = await made(
    `insert into call (id, event_id, opens_at, closes_at) values (gen_random_uuid(), $1, now() - interval '9 days', null) returning id`,
    [event],
  )
  await query(
    `insert into review_round (id, event_id, name, peers) values (gen_random_uuid(), $1, 'First', 'always')`,
    [event],
  )
  for (const [place, slug] of criteria.entries())
    await query(
      `insert into criterion (id, event_id, slug, name, position) values (gen_random_uuid(), $1, $2, initcap($2), $3)`,
      [event, slug, place],
    )
  const reviewer = await aPerson('Rita Reviewer', 'rita')
  await query(`update person set email = $2, affiliation = null where id = $1`, [reviewer, `rita-${tag}@example.org`])
  await query(
    `insert into role_binding (id, role, person_id, event_id) values (gen_random_uuid(), 'reviewer', $1, $2)`,
    [reviewer, event],
  )
  const speakers: string[] = []
  const codes: string[] = []
  for (let n = 0; n < 4; n++) {
    const speaker = await aPerson(`Zebedee Quillfeather ${n}`, `quillfeather-${n}`)
    const code = newCode()
    const proposal = await made(
      `insert into proposal (id, code, event_id, call_id, title, abstract, submitted_at, created_by_id, updated_at)
       values (gen_random_uuid(), $1, $2, $3, $4, 'Two years of alerts, counted.', now() - interval '1 day', $5, now()) returning id`,
      [code, event, callId, `Alerts ${n} ${tag}`, speaker],
    )
    await query(`insert into proposal_speaker (proposal_id, person_id) values ($1, $2)`, [proposal, speaker])
    await query(`insert into proposal_move (proposal_id, move, actor_id, detail) values ($1, 'submit', $2, '{}')`, [
      proposal,
      speaker,
    ])
    speakers.push(speaker)
    codes.push(code)
  }
  const token = await aSession(reviewer)
  const { email } = await one<{ email: string }>(`select email from person where id = $1`, [reviewer])
  const bindings: Person['bindings'] = [{ role: 'reviewer', eventId: event }]
  const person: Person = { kind: 'person', id: reviewer, name: 'Rita Reviewer', slug: `rita-${tag}`, email, bindings }
  return { tag, slug, event, codes, speakers, token, person }
}
