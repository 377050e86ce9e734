-- What the schema file cannot say. The snapshot in prisma/catalogue.txt notices when any of it is lost.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Adding minutes to a moment depends on no setting, but PostgreSQL only calls the general sum stable.
CREATE FUNCTION slot_span(starts_at timestamptz, minutes int) RETURNS tstzrange LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT tstzrange(starts_at, starts_at + make_interval(mins => minutes)) $$;

-- A room holds one thing at a time; deferrable, so that two slots can be swapped in one transaction.
ALTER TABLE slot
  ADD CONSTRAINT slot_one_at_a_time EXCLUDE USING gist (room_id WITH =, slot_span(starts_at, minutes) WITH &&)
    DEFERRABLE INITIALLY IMMEDIATE,
  ADD CONSTRAINT slot_minutes CHECK (minutes BETWEEN 1 AND 1440),
  ADD CONSTRAINT slot_says_what CHECK (num_nonnulls(proposal_id, title) = 1);

ALTER TABLE role_binding
  ADD CONSTRAINT role_binding_one_subject CHECK (num_nonnulls(person_id, team_id, service_account_id) = 1);
CREATE UNIQUE INDEX role_binding_once ON role_binding
  (role, coalesce(person_id, team_id, service_account_id), coalesce(event_id, '00000000-0000-0000-0000-000000000000'));

ALTER TABLE api_token
  ADD CONSTRAINT api_token_one_owner CHECK (num_nonnulls(person_id, service_account_id) = 1);

ALTER TABLE person
  ADD CONSTRAINT person_email_lower CHECK (email = lower(email)),
  ADD CONSTRAINT person_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80 AND slug !~ '^[0-9]+$');

ALTER TABLE event
  ADD CONSTRAINT event_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80 AND slug !~ '^[0-9]+$'),
  ADD CONSTRAINT event_acronym CHECK (acronym ~ '^[a-z0-9]{4,}$'),
  ADD CONSTRAINT event_days CHECK (starts_on <= ends_on);

ALTER TABLE call ADD CONSTRAINT call_window CHECK (opens_at < closes_at), ADD CONSTRAINT call_grace CHECK (grace_minutes >= 0);

ALTER TABLE proposal
  ADD CONSTRAINT proposal_code CHECK (code ~ '^[A-HJ-NP-Z2-9]{6}$'),
  -- Facts that only make sense after others.
  ADD CONSTRAINT proposal_decided CHECK (num_nulls(decision, decided_at) IN (0, 2)),
  ADD CONSTRAINT proposal_announced CHECK (num_nulls(announced, announced_at) IN (0, 2)),
  ADD CONSTRAINT proposal_answered CHECK (num_nulls(answer, answered_at) IN (0, 2)),
  ADD CONSTRAINT proposal_answer_needs_announcement CHECK (answer IS NULL OR announced_at IS NOT NULL),
  ADD CONSTRAINT proposal_decision_needs_submission CHECK (decision IS NULL OR submitted_at IS NOT NULL);

ALTER TABLE criterion ADD CONSTRAINT criterion_scale CHECK (min < max AND weight > 0);
ALTER TABLE format ADD CONSTRAINT format_minutes CHECK (minutes BETWEEN 1 AND 1440);

-- The log of a proposal's life only grows: nothing in it is rewritten, and it goes only with its proposal.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER proposal_move_append_only BEFORE UPDATE ON proposal_move
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER release_frozen BEFORE UPDATE ON release
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

-- Mail that waits, found without reading what was sent.
CREATE INDEX outbox_message_waiting ON outbox_message (due_at) WHERE state = 'queued';
