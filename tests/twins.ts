import type { Client } from 'pg'
import { hashToken } from '@/lib/tokens'

/** Of the demo's reviewer, in both databases. */
export const TWIN_SESSION = 'twin-session-twin-session-twin-session-twins'
export const TWIN_TOKEN = `lect_${'twin'.repeat(10)}abc`

/** Words of the people that are in one database alone: found anywhere, they are a leak. */
export const TELLING = ['Quillfeather', 'quillfeather', 'Nightingale', 'nightingale', 'hidden.example']

const COMING = `(select e.id from event e join call c on c.event_id = e.id join proposal p on p.event_id = e.id
  where e.starts_on > now() group by e.id order by count(*) desc limit 1)`
/** Speakers of the coming event who stand nowhere else: for all others they are nobody. */
const UNKNOWN = `(select distinct s.person_id from proposal_speaker s join proposal p on p.id = s.proposal_id
  where p.event_id = ${COMING} and not exists (select from proposal_speaker o join proposal q on q.id = o.proposal_id
      where o.person_id = s.person_id and q.event_id <> p.event_id)
    and not exists (select from document_author a where a.person_id = s.person_id)
    and not exists (select from ambassador_term a where a.person_id = s.person_id)
    and not exists (select from project_maintainer m where m.person_id = s.person_id)
    and not exists (select from setting t, jsonb_each_text(t.value) d where t.key = 'demo-people' and d.value = s.person_id::text))`

/** Signs the demo's reviewer in, opens reviews to their peers, and gives proposals what tells who wrote them. */
export async function addAnonymousWork(client: Client): Promise<void> {
  const reviewer = `(select (value ->> 'reviewer')::uuid from setting where key = 'demo-people')`
  await client.query(
    `insert into session (token_hash, person_id, expires) values ($1, ${reviewer}, now() + interval '1 day')`,
    [hashToken(TWIN_SESSION)],
  )
  await client.query(
    `insert into api_token (id, token_hash, name, person_id) values (gen_random_uuid(), $1, 'twin', ${reviewer})`,
    [hashToken(TWIN_TOKEN)],
  )
  await client.query(`
    update review_round set peers = 'always', names_reviewers = true where event_id = ${COMING};
    insert into question (id, event_id, key, about, kind, label, position, audience) values
      (gen_random_uuid(), ${COMING}, 'handout', 'proposal', 'file', 'A handout', 90, 'reviewers'),
      (gen_random_uuid(), ${COMING}, 'motto', 'speaker', 'text', 'Your motto', 91, 'reviewers');
    insert into answer_file (id, event_id, question_id, uploaded_by_id, name, type, bytes, stored)
      select gen_random_uuid(), p.event_id, q.id, p.created_by_id, 'Quillfeather-slides.pdf', 'application/pdf', 9, 'handout.pdf'
      from proposal p join question q on q.event_id = p.event_id and q.key = 'handout'
      where p.event_id = ${COMING} and p.created_by_id is not null;
    update proposal p set answers = answers || jsonb_build_object('handout', f.id)
      from (select distinct on (p.id) p.id as proposal, f.id from answer_file f join proposal p on p.created_by_id = f.uploaded_by_id
        where p.event_id = ${COMING} order by p.id, f.id) f
      where f.proposal = p.id;
    insert into session_file (id, proposal_id, added_by_id, title, stored, type, bytes)
      select gen_random_uuid(), id, created_by_id, 'Quillfeather on stage', 'handout.pdf', 'application/pdf', 9
      from proposal where event_id = ${COMING} and created_by_id is not null;
    update person set name = 'Zebedee Quillfeather ' || number, slug = 'quillfeather-' || number,
      email = 'quillfeather-' || number || '@works-' || number || '.hidden.example', affiliation = 'Quillfeather Works ' || number,
      bio = 'Quillfeather writes.', city = 'Quillfeather', links = '{"github": "quillfeather"}', photo = md5(id::text)
      where id in ${UNKNOWN};
    insert into person_handle (kind, handle, person_id) select 'github', 'quillfeather-' || number, id from person where id in ${UNKNOWN}
      on conflict do nothing;
    update proposal_speaker s set answers = '{"motto": "Quillfeather writes"}' from proposal p
      where p.id = s.proposal_id and p.event_id = ${COMING};
    insert into speaker_invitation (id, proposal_id, kind, name, email, token_hash, expires_at)
      select gen_random_uuid(), id, 'co-speaker', 'Co Quillfeather', 'co-quillfeather-' || code || '@hidden.example', md5(code), now() + interval '9 days'
      from proposal where event_id = ${COMING} and submitted_at is not null order by code limit 9`)
}

/** Who of the committee has a conflict with which of the event's proposals. */
const CONFLICTS = `select person_id, proposal_id from conflict_pairs(
    (select array_agg(distinct person_id) from role_binding where person_id is not null), ${COMING})
  group by 1, 2 order by 1, 2`

/**
 * Makes the speakers of the coming event others. Those whom nobody knows otherwise get another id, number, name, slug,
 * address, employer, profile, picture, handles, language and files of other names, in another order of names. Those who
 * stand elsewhere too, on stages and as authors, change places: their proposals are another's, who has given more talks
 * or fewer. Texts, times, assignments and conflicts stay, and it throws where a conflict does not.
 */
export async function becomeSomebodyElse(client: Client): Promise<void> {
  const before = await client.query(CONFLICTS)
  await client.query(`do $$
    declare coming uuid := ${COMING}; one record; other uuid; place int := 0;
    begin
      set local session_replication_role = replica;
      create temp table swap on commit drop as
        select person_id as one, lead(person_id, 1, first) over (order by talks, person_id) as other from (
          select person_id, talks, first_value(person_id) over (order by talks, person_id) as first from (
            select s.person_id, (select count(*) from proposal_speaker a where a.person_id = s.person_id) as talks
            from proposal_speaker s join proposal p on p.id = s.proposal_id
            where p.event_id = coming and s.person_id not in ${UNKNOWN}
              and not exists (select from role_binding b join person c on c.id = b.person_id join person t on t.id = s.person_id
                where organization_key(c.affiliation) = organization_key(t.affiliation) or company_domain(c.email) = company_domain(t.email)
                  or c.id = t.id)
              and not exists (select from setting t, jsonb_each_text(t.value) d where t.key = 'demo-people' and d.value = s.person_id::text)
            group by 1) counted) ranked;
      update proposal_speaker s set person_id = w.other from swap w, proposal p
        where p.id = s.proposal_id and p.event_id = coming and w.one = s.person_id;
      update proposal p set created_by_id = w.other from swap w where p.event_id = coming and p.created_by_id = w.one;
      update proposal_version v set saved_by_id = w.other from swap w, proposal p
        where p.id = v.proposal_id and p.event_id = coming and v.saved_by_id = w.one;
      update proposal_move m set actor_id = w.other from swap w, proposal p
        where p.id = m.proposal_id and p.event_id = coming and m.actor_id = w.one;
      update answer_file f set uploaded_by_id = w.other from swap w where f.event_id = coming and f.uploaded_by_id = w.one;
      for one in select id, slug from person where id in ${UNKNOWN} order by number desc loop
        place := place + 1;
        other := gen_random_uuid();
        update proposal_move set actor_id = other where actor_id = one.id;
        update audit_entry set actor_id = other where actor_id = one.id;
        update outbox_message m set text = 'Nightingale', subject = 'For Nightingale', "to" = 'nightingale-' || place || '@hidden.example'
          from person where person.id = one.id and m."to" = person.email;
        set local session_replication_role = origin;
        update person set id = other, number = number + 500000, name = 'Ambrose Nightingale ' || (900 - place),
          slug = 'nightingale-' || place, email = 'nightingale-' || place || '@place-' || place || '.hidden.example',
          affiliation = 'Nightingale Works ' || place, bio = 'Nightingale by day, a much longer tale than that of the other.',
          city = 'Nightingale', country = 'NZ', locale = 'zh', languages = '{zh,mi}', expertise = '{nightingales}', pronouns = 'they/them',
          links = '{"github": "nightingale"}', photo = md5('nightingale' || place), available_to_speak = true, version = 7
          where id = one.id;
        update person_handle set handle = 'nightingale-' || place where person_id = other;
        insert into speaker_needs (person_id, event_id, travel, purge_on) values (other, coming, 'Nightingale flies', now() + interval '99 days')
          on conflict do nothing;
        set local session_replication_role = replica;
      end loop;
      update answer_file set name = 'Nightingale, a longer name of a file.pdf' where event_id = coming;
      update session_file f set title = 'Nightingale on stage' from proposal p where p.id = f.proposal_id and p.event_id = coming;
      update proposal_speaker s set answers = '{"motto": "Nightingale sings, and much longer than the other"}' from proposal p
        where p.id = s.proposal_id and p.event_id = coming;
      update proposal_version v set content = content || '{"speakers": [{"name": "Co Nightingale", "email": "co-nightingale@hidden.example"}]}'
        from proposal p where p.id = v.proposal_id and p.event_id = coming;
      update speaker_invitation i set name = 'Co Nightingale', email = 'co-nightingale-' || i.id || '@hidden.example' from proposal p
        where p.id = i.proposal_id and p.event_id = coming;
    end $$`)
  const after = await client.query(CONFLICTS)
  if (JSON.stringify(before.rows) !== JSON.stringify(after.rows)) throw new Error('The twins differ in their conflicts')
  const { rows } = await client.query<{ kept: number; changed: number }>(`
    select count(*) filter (where name like 'Zebedee%')::int as kept, count(*) filter (where name like 'Ambrose%')::int as changed from person`)
  if (rows[0]?.kept || !rows[0]?.changed) throw new Error('Nobody has become somebody else')
}
