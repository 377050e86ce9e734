-- One search over everything that readers may see. A schema of its own: what is in it is derived, and may be made again
-- at any time from what the other tables say.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE SCHEMA search;

-- Words without their accents: stemmed as English, and as they are written.
CREATE TEXT SEARCH CONFIGURATION search.english (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION search.english
  ALTER MAPPING FOR word, hword, hword_part WITH unaccent, english_stem;
ALTER TEXT SEARCH CONFIGURATION search.english ALTER MAPPING FOR numword WITH unaccent, simple;
CREATE TEXT SEARCH CONFIGURATION search.plain (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION search.plain ALTER MAPPING FOR word, hword, hword_part, numword WITH unaccent, simple;

-- What can be found. `source` and `source_key` say what it was made from; no locale: the same in every language.
CREATE TABLE search.entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source text NOT NULL,
  source_key text NOT NULL,
  kind text NOT NULL,
  locale text,
  path text NOT NULL,
  title text NOT NULL,
  summary text NOT NULL,
  -- Without accents and capitals, between bars: its title first, then whatever else it is called.
  called text NOT NULL,
  projects text[] NOT NULL,
  tags text[] NOT NULL,
  happened_on date,
  visible_from timestamptz NOT NULL,
  -- Title, names and summary: small, for the order of what was found.
  head tsvector NOT NULL,
  -- The same and the whole text, for finding.
  words tsvector NOT NULL,
  body text NOT NULL
);
CREATE INDEX entry_source_idx ON search.entry (source, source_key);
CREATE INDEX entry_head_idx ON search.entry USING gin (head);
CREATE INDEX entry_words_idx ON search.entry USING gin (words);

-- The words of titles, names and summaries, among which a misspelt one finds its neighbours.
CREATE TABLE search.word (word text PRIMARY KEY);
CREATE INDEX word_trigrams_idx ON search.word USING gin (word gin_trgm_ops);

-- What has been written since it was indexed, marked in the transaction that wrote it. What is marked is not shown,
-- but where `hides` is false: it has not changed, only the index's own form has.
CREATE TABLE search.stale (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source text NOT NULL,
  source_key text NOT NULL,
  hides boolean NOT NULL DEFAULT true
);
CREATE INDEX stale_source_idx ON search.stale (source, source_key);

-- Its argument is a query for (source, key) over `changed`, the rows as they were or as they became.
CREATE FUNCTION search.mark() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  marks CONSTANT text := 'INSERT INTO search.stale (source, source_key) ';
BEGIN
  IF TG_OP = 'UPDATE' THEN
    EXECUTE marks || replace(TG_ARGV[0], 'changed', 'was') || ' UNION ' || replace(TG_ARGV[0], 'changed', 'became');
  ELSIF TG_OP = 'DELETE' THEN
    EXECUTE marks || replace(TG_ARGV[0], 'changed', 'was');
  ELSE
    EXECUTE marks || replace(TG_ARGV[0], 'changed', 'became');
  END IF;
  RETURN NULL;
END $$;

-- Every write to this table marks what the query names. Triggers with the changed rows take one event each.
CREATE PROCEDURE search.follow(followed regclass, marks text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER search_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS became
    FOR EACH STATEMENT EXECUTE FUNCTION search.mark(%L)', followed, marks);
  EXECUTE format('CREATE TRIGGER search_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS was NEW TABLE AS became
    FOR EACH STATEMENT EXECUTE FUNCTION search.mark(%L)', followed, marks);
  EXECUTE format('CREATE TRIGGER search_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS was
    FOR EACH STATEMENT EXECUTE FUNCTION search.mark(%L)', followed, marks);
END $$;

CALL search.follow('document', $$
  SELECT 'document', id::text FROM changed WHERE kind IN ('article', 'case-study', 'page')
  UNION SELECT kind::text, group_slug FROM changed WHERE kind IN ('project', 'organization')
  UNION SELECT 'person', p.slug FROM changed d JOIN document_author a ON a.document_id = d.id JOIN person p ON p.id = a.person_id
  UNION SELECT 'person', p.slug FROM changed d JOIN document_person m ON m.document_id = d.id JOIN person p ON p.id = m.person_id $$);
CALL search.follow('document_author', $$
  SELECT 'document', document_id::text FROM changed
  UNION SELECT 'person', p.slug FROM changed a JOIN person p ON p.id = a.person_id $$);
CALL search.follow('document_person', $$ SELECT 'person', p.slug FROM changed m JOIN person p ON p.id = m.person_id $$);
CALL search.follow('document_project', $$ SELECT 'document', document_id::text FROM changed $$);
CALL search.follow('project', $$
  SELECT 'project', slug FROM changed
  UNION SELECT 'document', j.document_id::text FROM changed p JOIN document_project j ON j.project_id = p.id $$);
CALL search.follow('project_sponsor', $$ SELECT 'person', p.slug FROM changed s JOIN person p ON p.id = s.person_id $$);
CALL search.follow('organization', $$ SELECT 'organization', slug FROM changed $$);
CALL search.follow('person', $$
  SELECT 'person', slug FROM changed
  UNION SELECT 'document', a.document_id::text FROM changed p JOIN document_author a ON a.person_id = p.id $$);
CALL search.follow('event', $$ SELECT 'event', slug FROM changed $$);
CALL search.follow('release', $$
  SELECT 'event', e.slug FROM changed r JOIN event e ON e.id = r.event_id
  UNION SELECT 'person', speaker->>'slug'
    FROM (SELECT event_id, schedule FROM changed UNION ALL
          SELECT r.event_id, r.schedule FROM release r WHERE r.event_id IN (SELECT event_id FROM changed)) r,
      jsonb_array_elements(r.schedule->'slots') AS slot, jsonb_array_elements(slot->'session'->'speakers') AS speaker $$);

-- A talk that is withdrawn or cancelled after its release is found no more.
CREATE FUNCTION search.mark_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search.stale (source, source_key)
    SELECT 'event', e.slug FROM event e WHERE e.id = NEW.event_id AND EXISTS (SELECT FROM release r WHERE r.event_id = e.id);
  RETURN NULL;
END $$;
CREATE TRIGGER search_withdrawal AFTER UPDATE OF withdrawn_at, cancelled_at ON proposal FOR EACH ROW
  WHEN (OLD.withdrawn_at IS DISTINCT FROM NEW.withdrawn_at OR OLD.cancelled_at IS DISTINCT FROM NEW.cancelled_at)
  EXECUTE FUNCTION search.mark_withdrawal();
