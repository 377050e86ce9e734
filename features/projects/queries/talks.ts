import { listedSql, untilNextText } from '@/features/content/queries/visible'
import { listNamedEvents } from '@/features/events/queries'
import type { EventSummary } from '@/features/events/schema'
import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'

export interface ProjectTalk {
  code: string
  title: string
  event: string
  eventName: string
  speakers: { slug: string | null; name: string }[]
}

const MOST = 50

/**
 * Talks of the latest releases whose title or abstract has one of these names as a word of its own, spelt and
 * capitalised like that: `Helm`, but neither `helmet` nor `at the helm`. The newest event first.
 */
export function listTalksOnProject(names: string[]): Promise<ProjectTalk[]> {
  touch('events')
  const pattern = `\\y(?:${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})\\y`
  return db.$queryRaw`
    with latest as (select distinct on (event_id) event_id, schedule from release order by event_id, number desc),
    slots as (
      select e.slug, e.name, e.starts_on, slot->'session' as session
      from latest join event e on e.id = latest.event_id, jsonb_array_elements(latest.schedule->'slots') as slot
      where slot->>'status' = 'confirmed' and slot->'session'->>'code' is not null
    )
    select distinct session->>'code' as code, session->>'title' as title, slug as event, name as "eventName",
      session->'speakers' as speakers, starts_on
    from slots
    where (session->>'title') ~ ${pattern} or coalesce(session->>'abstract', '') ~ ${pattern}
    order by starts_on desc nulls last, title limit ${MOST}`
}

/** The events that what is written about this project names: where to submit, and where it was spoken of. */
export async function listEventsNamedWith(projectId: string, now: Date): Promise<EventSummary[]> {
  await untilNextText()
  const rows = await db.$queryRaw<{ slug: string }[]>`
    select distinct e.event_slug as slug
    from document_project p join document d on d.id = p.document_id join document_event e on e.document_id = d.id
    where p.project_id = ${projectId}::uuid and ${listedSql('d')}`
  return listNamedEvents(
    rows.map(({ slug }) => slug),
    now,
  )
}
