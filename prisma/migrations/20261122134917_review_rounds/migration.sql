-- CreateEnum
CREATE TYPE "peer_reviews" AS ENUM ('never', 'own', 'always', 'after');

-- DropIndex
DROP INDEX "review_proposal_id_reviewer_id_key";

-- AlterTable
ALTER TABLE "criterion" ADD COLUMN     "round_id" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "round_id" UUID,
ADD COLUMN     "set_aside" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "review_round" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "is_blind" BOOLEAN NOT NULL DEFAULT true,
    "peers" "peer_reviews" NOT NULL DEFAULT 'never',
    "names_reviewers" BOOLEAN NOT NULL DEFAULT false,
    "has_comments" BOOLEAN NOT NULL DEFAULT true,
    "may_abstain" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_comment" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "key" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "review_round_event_id_name_key" ON "review_round"("event_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "review_comment_key_key" ON "review_comment"("key");

-- CreateIndex
CREATE INDEX "review_comment_proposal_id_created_at_idx" ON "review_comment"("proposal_id", "created_at");

-- CreateIndex
CREATE INDEX "review_comment_author_id_idx" ON "review_comment"("author_id");

-- CreateIndex
CREATE INDEX "review_comment_round_id_idx" ON "review_comment"("round_id");

-- CreateIndex
CREATE INDEX "criterion_round_id_idx" ON "criterion"("round_id");

-- CreateIndex
CREATE INDEX "review_round_id_idx" ON "review"("round_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_proposal_id_reviewer_id_round_id_key" ON "review"("proposal_id", "reviewer_id", "round_id");

-- AddForeignKey
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "review_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "review_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "review_round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was reviewed before there were rounds was reviewed in the first one of its event.
INSERT INTO review_round (id, event_id, name)
  SELECT gen_random_uuid(), event_id, 'First round' FROM proposal p
  WHERE EXISTS (SELECT FROM review r WHERE r.proposal_id = p.id) GROUP BY event_id;
UPDATE review r SET round_id = o.id FROM proposal p JOIN review_round o ON o.event_id = p.event_id WHERE p.id = r.proposal_id;
ALTER TABLE review ALTER COLUMN round_id SET NOT NULL;

-- What the schema file cannot say.
ALTER TABLE review_round
  ADD CONSTRAINT review_round_window CHECK (opens_at < closes_at),
  ADD CONSTRAINT review_round_one_at_a_time
    EXCLUDE USING gist (event_id WITH =, tstzrange(opens_at, closes_at) WITH &&) DEFERRABLE INITIALLY IMMEDIATE;

-- An organisation as it is compared: without case, accents, punctuation and legal form. Null for none worth the name.
CREATE FUNCTION organization_key(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN key IN ('', 'independent', 'selfemployed', 'freelance', 'freelancer', 'consultant', 'none', 'na',
    'student', 'retired', 'private', 'home', '独立', '自由职业', '无', '学生') THEN NULL ELSE key END
  FROM (SELECT regexp_replace(regexp_replace(
    regexp_replace(replace(normalize(lower(name), NFKD), '&', ' and '), '[\u0300-\u036f]', '', 'g'),
    '([\s,.]+(inc|incorporated|ltd|limited|llc|llp|gmbh|ag|se|sa|sas|sarl|bv|nv|ab|oy|oyj|plc|corp|corporation|co|company|pty|kk|srl|spa|kg)\.?)+\s*$|^the\s+|(股份)?有限(责任)?公司\s*$', '', 'g'),
    '[\s!-/:-@\[-`{-~·–—’，。、]+', '', 'g') AS key) cut $$;

-- The domain of an address that only people of one organisation have: its last two labels, three under a country's
-- second level. Null where everybody can have one: mail for all, societies, names reserved for examples.
CREATE FUNCTION company_domain(email text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN domain ~ '^(yahoo|gmx|hotmail|outlook|live|yandex|protonmail)[.]' OR host ~ 'noreply[.]github[.]com$'
    OR domain IN ('', 'gmail.com', 'googlemail.com', 'msn.com', 'icloud.com', 'me.com', 'mac.com', 'aol.com', 'proton.me',
      'pm.me', 'web.de', 't-online.de', 'freenet.de', 'posteo.de', 'posteo.net', 'mailbox.org', 'fastmail.com',
      'fastmail.fm', 'hey.com', 'tutanota.com', 'tuta.io', 'tuta.com', 'zoho.com', 'mail.com', 'mail.ru', 'bk.ru',
      'list.ru', 'inbox.ru', 'rambler.ru', 'ya.ru', 'qq.com', 'foxmail.com', '163.com', '126.com', 'yeah.net', 'sina.com',
      'sina.cn', 'sohu.com', '139.com', '189.cn', 'aliyun.com', 'naver.com', 'daum.net', 'hanmail.net', 'nate.com',
      'rediffmail.com', 'orange.fr', 'wanadoo.fr', 'free.fr', 'laposte.net', 'sfr.fr', 'libero.it', 'virgilio.it',
      'tin.it', 'seznam.cz', 'wp.pl', 'o2.pl', 'onet.pl', 'interia.pl', 'uol.com.br', 'bol.com.br', 'terra.com.br',
      'btinternet.com', 'comcast.net', 'verizon.net', 'att.net', 'bluewin.ch', 'telenet.be', 'ziggo.nl', 'duck.com',
      'acm.org', 'ieee.org', 'computer.org', 'apache.org', 'debian.org', 'kernel.org', 'gnu.org', 'linux.com',
      'example.org', 'example.com', 'example.net') THEN NULL ELSE domain END
  FROM (SELECT host, substring(host FROM CASE
    WHEN host ~ '[.](co|com|org|ac|net|gov|edu|or|ne|go)[.][a-z]{2}$' THEN '[^.]+[.][^.]+[.][^.]+$'
    ELSE '[^.]+[.][^.]+$' END) AS domain
    FROM (SELECT split_part(lower(email), '@', 2) AS host) address) cut $$;

CREATE INDEX person_organization ON person (organization_key(affiliation));
CREATE INDEX person_company_domain ON person (company_domain(email));

-- Where somebody works, also where they keep it from the public.
CREATE FUNCTION person_organizations() RETURNS TABLE (person_id uuid, key text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT id, organization_key(affiliation) FROM person WHERE organization_key(affiliation) IS NOT NULL
  UNION ALL
  SELECT person_id, organization_key(value #>> '{}') FROM withheld_field
    WHERE field = 'affiliation' AND organization_key(value #>> '{}') IS NOT NULL $$;

-- Every conflict of interest, with its reason; of these people and in this event, where they are given. A pair may have
-- several. What is inferred is not stored, so that it holds from the moment in which it is true; it names no employer,
-- which somebody may keep from everybody.
CREATE FUNCTION conflict_pairs(people uuid[], in_event uuid)
  RETURNS TABLE (person_id uuid, proposal_id uuid, because text, detail text) LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT s.person_id, s.proposal_id, 'speaks', ''
    FROM proposal_speaker s JOIN proposal p ON p.id = s.proposal_id
    WHERE (people IS NULL OR s.person_id = ANY (people)) AND (in_event IS NULL OR p.event_id = in_event)
  UNION ALL
  SELECT c.person_id, c.proposal_id, 'declared', c.reason
    FROM conflict c JOIN proposal p ON p.id = c.proposal_id
    WHERE (people IS NULL OR c.person_id = ANY (people)) AND (in_event IS NULL OR p.event_id = in_event)
  UNION ALL
  SELECT me.person_id, s.proposal_id, 'organization', ''
    FROM person_organizations() me
    JOIN person_organizations() theirs ON theirs.key = me.key AND theirs.person_id <> me.person_id
    JOIN proposal_speaker s ON s.person_id = theirs.person_id JOIN proposal p ON p.id = s.proposal_id
    WHERE (people IS NULL OR me.person_id = ANY (people)) AND (in_event IS NULL OR p.event_id = in_event)
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

-- Sets reviews aside, or brings them back, after something about these people has changed: their own reviews, and those
-- of what they speak in.
CREATE FUNCTION refresh_set_aside(people uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE review r SET set_aside = now_is.found
    FROM (
      SELECT r.id, EXISTS (
        SELECT FROM conflict_pairs(ARRAY[r.reviewer_id], NULL) c WHERE c.proposal_id = r.proposal_id) AS found
      FROM review r
      WHERE r.reviewer_id = ANY (people)
        OR r.proposal_id IN (SELECT s.proposal_id FROM proposal_speaker s WHERE s.person_id = ANY (people))
    ) now_is
    WHERE now_is.id = r.id AND now_is.found <> r.set_aside $$;

-- Who speaks with whom has changed: that touches everybody who speaks there, and the proposals from which somebody went.
CREATE FUNCTION set_aside_by_speakers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE people uuid[]; freed uuid[];
BEGIN
  IF NOT EXISTS (SELECT FROM review) THEN RETURN NULL; END IF;
  SELECT array_agg(DISTINCT s.person_id) INTO people
    FROM changed c JOIN proposal_speaker s ON s.proposal_id = c.proposal_id OR s.person_id = c.person_id;
  SELECT array_agg(DISTINCT r.reviewer_id) || array_agg(DISTINCT c.person_id) INTO freed
    FROM changed c LEFT JOIN review r ON r.proposal_id = c.proposal_id;
  PERFORM refresh_set_aside(people || freed);
  RETURN NULL;
END $$;
CREATE TRIGGER proposal_speaker_added AFTER INSERT ON proposal_speaker REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION set_aside_by_speakers();
CREATE TRIGGER proposal_speaker_changed AFTER UPDATE ON proposal_speaker REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION set_aside_by_speakers();
CREATE TRIGGER proposal_speaker_removed AFTER DELETE ON proposal_speaker REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION set_aside_by_speakers();

CREATE FUNCTION set_aside_by_conflict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_set_aside(ARRAY[coalesce(NEW.person_id, OLD.person_id)]);
  RETURN NULL;
END $$;
CREATE TRIGGER conflict_changed AFTER INSERT OR UPDATE OR DELETE ON conflict
  FOR EACH ROW EXECUTE FUNCTION set_aside_by_conflict();
CREATE TRIGGER withheld_field_changed AFTER INSERT OR UPDATE OR DELETE ON withheld_field
  FOR EACH ROW EXECUTE FUNCTION set_aside_by_conflict();

CREATE FUNCTION set_aside_by_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_set_aside(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
CREATE TRIGGER person_moved AFTER UPDATE OF affiliation, email ON person FOR EACH ROW
  WHEN (NEW.affiliation IS DISTINCT FROM OLD.affiliation OR NEW.email IS DISTINCT FROM OLD.email)
  EXECUTE FUNCTION set_aside_by_person();
