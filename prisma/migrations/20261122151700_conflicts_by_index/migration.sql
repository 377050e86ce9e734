-- People of one organisation are found by the index of its key: as a union of two tables each key was worked out anew.
CREATE INDEX withheld_organization ON withheld_field (organization_key(value #>> '{}')) WHERE field = 'affiliation';

CREATE OR REPLACE FUNCTION conflict_pairs(people uuid[], in_event uuid)
  RETURNS TABLE (person_id uuid, proposal_id uuid, because text, detail text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT s.person_id, s.proposal_id, 'speaks', ''
    FROM proposal_speaker s JOIN proposal p ON p.id = s.proposal_id
    WHERE (people IS NULL OR s.person_id = ANY (people)) AND (in_event IS NULL OR p.event_id = in_event)
  UNION ALL
  SELECT c.person_id, c.proposal_id, 'declared', c.reason
    FROM conflict c JOIN proposal p ON p.id = c.proposal_id
    WHERE (people IS NULL OR c.person_id = ANY (people)) AND (in_event IS NULL OR p.event_id = in_event)
  UNION ALL
  SELECT me.id, s.proposal_id, 'organization', ''
    FROM person me
    JOIN person theirs ON organization_key(theirs.affiliation) = organization_key(me.affiliation) AND theirs.id <> me.id
    JOIN proposal_speaker s ON s.person_id = theirs.id JOIN proposal p ON p.id = s.proposal_id
    WHERE (people IS NULL OR me.id = ANY (people)) AND (in_event IS NULL OR p.event_id = in_event)
  UNION ALL
  SELECT me.id, s.proposal_id, 'organization', ''
    FROM person me
    JOIN withheld_field theirs ON organization_key(theirs.value #>> '{}') = organization_key(me.affiliation) AND theirs.person_id <> me.id
      AND theirs.field = 'affiliation'
    JOIN proposal_speaker s ON s.person_id = theirs.person_id JOIN proposal p ON p.id = s.proposal_id
    WHERE (people IS NULL OR me.id = ANY (people)) AND (in_event IS NULL OR p.event_id = in_event)
  UNION ALL
  SELECT me.person_id, s.proposal_id, 'organization', ''
    FROM withheld_field me
    JOIN person theirs ON organization_key(theirs.affiliation) = organization_key(me.value #>> '{}') AND theirs.id <> me.person_id
    JOIN proposal_speaker s ON s.person_id = theirs.id JOIN proposal p ON p.id = s.proposal_id
    WHERE me.field = 'affiliation' AND (people IS NULL OR me.person_id = ANY (people)) AND (in_event IS NULL OR p.event_id = in_event)
  UNION ALL
  SELECT me.person_id, s.proposal_id, 'organization', ''
    FROM withheld_field me
    JOIN withheld_field theirs ON organization_key(theirs.value #>> '{}') = organization_key(me.value #>> '{}') AND theirs.person_id <> me.person_id
      AND theirs.field = 'affiliation'
    JOIN proposal_speaker s ON s.person_id = theirs.person_id JOIN proposal p ON p.id = s.proposal_id
    WHERE me.field = 'affiliation' AND (people IS NULL OR me.person_id = ANY (people)) AND (in_event IS NULL OR p.event_id = in_event)
  UNION ALL
  SELECT me.id, s.proposal_id, 'mail-domain', ''
    FROM person me
    JOIN person theirs ON company_domain(theirs.email) = company_domain(me.email) AND theirs.id <> me.id
    JOIN proposal_speaker s ON s.person_id = theirs.id JOIN proposal p ON p.id = s.proposal_id
    WHERE (people IS NULL OR me.id = ANY (people)) AND (in_event IS NULL OR p.event_id = in_event)
  UNION ALL
  SELECT mine.person_id, s.proposal_id, 'co-speaker', ''
    FROM proposal_speaker mine
    JOIN proposal_speaker theirs ON theirs.proposal_id = mine.proposal_id AND theirs.person_id <> mine.person_id
    JOIN proposal_speaker s ON s.person_id = theirs.person_id AND s.proposal_id <> mine.proposal_id
    JOIN proposal p ON p.id = s.proposal_id
    WHERE (people IS NULL OR mine.person_id = ANY (people)) AND (in_event IS NULL OR p.event_id = in_event) $$;

DROP FUNCTION person_organizations();
