-- What the committee's list counts by is all in one index, so that counting twenty thousand reads no row.
CREATE INDEX proposal_counted ON proposal (event_id)
  INCLUDE (id, cancelled_at, withdrawn_at, decision, announced, answer) WHERE submitted_at IS NOT NULL;

-- The reviews that count for a proposal, without those that do not and without their texts.
CREATE INDEX review_counted ON review (round_id, proposal_id) INCLUDE (reviewer_id)
  WHERE submitted_at IS NOT NULL AND NOT abstained AND NOT set_aside;
