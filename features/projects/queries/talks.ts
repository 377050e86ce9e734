import { listedSql, untilNextText } from '@/features/content/queries/visible'
import { listNamedEvents } from '@/features/events/queries'
import type { EventSummary } from '@/features/events/schema'
import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'
import { mentions } from '../rules/mentions'

export interface ProjectTalk {
  code: string
  title: string
  event: string
  eventName: string
  speakers: { slug: string | null; name: string }[]
}

const MOST = 50

/** Talks of the latest releases that speak of a project with one of these names (`mentions`), the newest event first. */
export async function listTalksOnProject(names: string[]): Promise<ProjectTalk[]> {
  touch('events')
  // Wider than the rule: it only keeps most talks from being sent.
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
  const pattern = `(?:${escaped.join('|')})`
  const [talks, projects] = await Promise.all([
    db.$queryRaw<(ProjectTalk & { abstract: string | null })[]>`
      with latest as (select distinct on (event_id) event_id, schedule from release order by event_id, number desc),
      slots as (
        select e.slug, e.name, e.starts_on, slot->'session' as session
        from latest join event e on e.id = latest.event_id, jsonb_array_elements(latest.schedule->'slots') as slot
        where slot->>'status' = 'confirmed' and slot->'session'->>'code' is not null
      )
      select distinct session->>'code' as code, session->>'title' as title, session->>'abstract' as abstract,
        slug as event, name as "eventName", session->'speakers' as speakers, starts_on
      from slots
      where (session->>'title') ~* ${pattern} or coalesce(session->>'abstract', '') ~* ${pattern}
      order by starts_on desc nulls last, title`,
    db.project.findMany({ select: { name: true } }),
  ])
  const others = projects.map(({ name }) => name).filter((name) => !names.includes(name))
  return talks.filter((talk) => mentions(names, talk, others)).slice(0, MOST)
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
