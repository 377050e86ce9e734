-- Whoever speaks in a proposal has nothing to review of it any more, whatever a chair has locked. Who is only invited to
-- speak keeps the pair until they say yes: a no leaves everything as it was.
CREATE FUNCTION drop_own_assignments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM assignment a USING changed c
    WHERE c.is_accepted AND a.proposal_id = c.proposal_id AND a.reviewer_id = c.person_id;
  RETURN NULL;
END $$;
CREATE TRIGGER proposal_speaker_added_unassigned AFTER INSERT ON proposal_speaker REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION drop_own_assignments();
CREATE TRIGGER proposal_speaker_changed_unassigned AFTER UPDATE ON proposal_speaker REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION drop_own_assignments();
