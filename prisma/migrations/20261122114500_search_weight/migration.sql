-- What every search asks of every entry that matches is kept ready in it.
ALTER TABLE search.entry
  ADD COLUMN weight float8 NOT NULL DEFAULT 0,
  ADD COLUMN year int GENERATED ALWAYS AS (extract(year FROM happened_on)::int) STORED;

-- Public roles that came since: ambassador, maintainer.
CALL search.follow('ambassador_term', $$ SELECT 'person', p.slug FROM changed t JOIN person p ON p.id = t.person_id $$);
CALL search.follow('person_project', $$ SELECT 'person', p.slug FROM changed j JOIN person p ON p.id = j.person_id $$);
