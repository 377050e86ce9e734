-- CreateTable
CREATE TABLE "reviews_change" (
    "event_id" UUID NOT NULL,
    "lane" SMALLINT NOT NULL,
    "count" BIGINT NOT NULL,

    CONSTRAINT "reviews_change_pkey" PRIMARY KEY ("event_id","lane")
);

-- AddForeignKey
ALTER TABLE "reviews_change" ADD CONSTRAINT "reviews_change_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What scores are made from has changed in these events. Each backend counts in a lane of its own: whoever saves at the
-- same time waits for nobody. Lanes are taken in one order.
CREATE FUNCTION note_reviews_change(events uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO reviews_change (event_id, lane, count)
    SELECT id, pg_backend_pid() % 16, 1 FROM event WHERE id = ANY (events) ORDER BY id
    ON CONFLICT (event_id, lane) DO UPDATE SET count = reviews_change.count + 1 $$;

-- The argument names the events of the rows in `changed`.
CREATE FUNCTION count_reviews_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  events uuid[];
BEGIN
  EXECUTE 'SELECT array_agg(DISTINCT event_id) FROM (' || CASE TG_OP
    WHEN 'UPDATE' THEN replace(TG_ARGV[0], 'changed', 'was') || ' UNION ' || replace(TG_ARGV[0], 'changed', 'became')
    WHEN 'DELETE' THEN replace(TG_ARGV[0], 'changed', 'was')
    ELSE replace(TG_ARGV[0], 'changed', 'became') END || ') found' INTO events;
  IF events IS NOT NULL THEN PERFORM note_reviews_change(events); END IF;
  RETURN NULL;
END $$;

CREATE PROCEDURE follow_reviews(followed regclass, events text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER reviews_counted_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS became
    FOR EACH STATEMENT EXECUTE FUNCTION count_reviews_change(%L)', followed, events);
  EXECUTE format('CREATE TRIGGER reviews_counted_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS was NEW TABLE AS became
    FOR EACH STATEMENT EXECUTE FUNCTION count_reviews_change(%L)', followed, events);
  EXECUTE format('CREATE TRIGGER reviews_counted_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS was
    FOR EACH STATEMENT EXECUTE FUNCTION count_reviews_change(%L)', followed, events);
END $$;

-- A draft counts nowhere.
CALL follow_reviews('review', 'SELECT r.event_id FROM changed c JOIN review_round r ON r.id = c.round_id
  WHERE c.submitted_at IS NOT NULL');
CALL follow_reviews('review_score', 'SELECT r.event_id FROM changed c
  JOIN review own ON own.id = c.review_id AND own.submitted_at IS NOT NULL JOIN review_round r ON r.id = own.round_id');
CALL follow_reviews('review_round', 'SELECT event_id FROM changed');
CALL follow_reviews('criterion', 'SELECT event_id FROM changed');
DROP PROCEDURE follow_reviews(regclass, text);

CREATE FUNCTION count_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_reviews_change(ARRAY[OLD.event_id, NEW.event_id]);
  RETURN NULL;
END $$;
CREATE TRIGGER reviews_counted_withdrawal AFTER UPDATE OF withdrawn_at, event_id ON proposal FOR EACH ROW
  WHEN (OLD.withdrawn_at IS DISTINCT FROM NEW.withdrawn_at OR OLD.event_id <> NEW.event_id)
  EXECUTE FUNCTION count_withdrawal();
