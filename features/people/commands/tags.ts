import type { Tx } from '@/lib/db'

/** Everything whose page shows something of this person: their own pages, lists, texts that name them, programmes. */
export async function tagsOfPerson(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ tag: string }[]>`
    select 'person:' || slug as tag from person_slug where person_id = ${personId}::uuid
    union select unnest(array['people', 'ambassadors'])
    union select d.kind::text || ':' || d.slug from document_author j join document d on d.id = j.document_id
      where j.person_id = ${personId}::uuid
    union select d.kind::text || ':' || d.slug from document_person j join document d on d.id = j.document_id
      where j.person_id = ${personId}::uuid
    union select 'project:' || p.slug from person_project j join project p on p.id = j.project_id
      where j.person_id = ${personId}::uuid
    union select 'project:' || p.slug from project_sponsor j join project p on p.id = j.project_id
      where j.person_id = ${personId}::uuid
    union select 'schedule:' || e.slug from proposal_speaker s join proposal r on r.id = s.proposal_id
      join event e on e.id = r.event_id where s.person_id = ${personId}::uuid`
  return rows.map(({ tag }) => tag)
}
