/** What of a person in the tests tells who they are: found anywhere, it is a leak. */
export const TELLING = [
  'Quillfeather',
  'quillfeather',
  'Hidden Employer',
  'hidden.example',
  'Nightingale',
  'nightingale',
]

/**
 * A statement by which these people become others, in another order of names: id, number, name, slug, address, employer,
 * profile, handles, what they answered about themselves and whom they named as speakers. Who speaks in what, assignments
 * and conflicts stay; so do all texts and times of the proposals.
 */
export function becomeOthers(personIds: string[]): string {
  const ids = `array[${personIds.map((id) => `'${id}'`).join(', ')}]::uuid[]`
  return `do $$
    declare one record; other uuid; place int := 0;
    begin
      for one in select id from person where id = any (${ids}) order by name desc loop
        place := place + 1;
        other := gen_random_uuid();
        set local session_replication_role = replica;
        update proposal_move set actor_id = other where actor_id = one.id;
        update audit_entry set actor_id = other where actor_id = one.id;
        set local session_replication_role = origin;
        update person set id = other, number = number + 500000, name = 'Ambrose Nightingale ' || chr(64 + place),
          slug = 'nightingale-' || place || '-' || left(other::text, 8),
          email = 'nightingale-' || left(other::text, 8) || '@place-' || place || '.hidden.example',
          affiliation = 'Nightingale Works ' || chr(64 + place), bio = 'Nightingale by day.', country = 'NZ',
          links = '{"github": "nightingale"}', photo = null, pronouns = 'they/them', expertise = '{nightingales}'
        where id = one.id;
        update person_handle set handle = 'nightingale-' || place where person_id = other;
        update proposal_speaker set answers = '{"company": "Nightingale Works"}' where person_id = other;
        update proposal p set answers = '{"company": "Nightingale Works"}'
          from proposal_speaker s where s.proposal_id = p.id and s.person_id = other;
        update proposal_version v set content = v.content || jsonb_build_object('answers', '{"company": "Nightingale Works"}'::jsonb,
            'speakers', jsonb_build_array(jsonb_build_object('name', 'Co Nightingale', 'email', 'co-nightingale@hidden.example')))
          from proposal_speaker s where s.proposal_id = v.proposal_id and s.person_id = other;
      end loop;
    end $$`
}
