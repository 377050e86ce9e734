-- CreateEnum
CREATE TYPE "audience" AS ENUM ('staff', 'nobody');

-- CreateEnum
CREATE TYPE "application_decision" AS ENUM ('accepted', 'declined');

-- CreateEnum
CREATE TYPE "vote" AS ENUM ('yes', 'no', 'abstain');

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "available_to_speak" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "city" TEXT,
ADD COLUMN     "country" TEXT,
ADD COLUMN     "expertise" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "links" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "photo" TEXT,
ADD COLUMN     "pronouns" TEXT;

-- CreateTable
CREATE TABLE "person_slug" (
    "slug" TEXT NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "person_slug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "person_handle" (
    "kind" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "person_handle_pkey" PRIMARY KEY ("kind","handle")
);

-- CreateTable
CREATE TABLE "withheld_field" (
    "person_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "audience" "audience" NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "withheld_field_pkey" PRIMARY KEY ("person_id","field")
);

-- CreateTable
CREATE TABLE "person_project" (
    "person_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "is_maintainer" BOOLEAN NOT NULL DEFAULT false,
    "is_named" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "person_project_pkey" PRIMARY KEY ("person_id","project_id")
);

-- CreateTable
CREATE TABLE "ambassador_term" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,
    "is_past" BOOLEAN NOT NULL DEFAULT false,
    "application_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ambassador_term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ambassador_application" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "person_id" UUID NOT NULL,
    "statement" TEXT NOT NULL,
    "activities" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "decision" "application_decision",
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "letter" TEXT,

    CONSTRAINT "ambassador_application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ambassador_reference" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "token_hash" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "words" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ambassador_reference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ambassador_vote" (
    "application_id" UUID NOT NULL,
    "manager_id" UUID NOT NULL,
    "vote" "vote" NOT NULL,
    "reason" TEXT NOT NULL,
    "voted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ambassador_vote_pkey" PRIMARY KEY ("application_id","manager_id")
);

-- CreateTable
CREATE TABLE "ambassador_conflict" (
    "application_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "ambassador_conflict_pkey" PRIMARY KEY ("application_id","person_id")
);

-- CreateIndex
CREATE INDEX "person_slug_person_id_idx" ON "person_slug"("person_id");

-- CreateIndex
CREATE INDEX "person_handle_person_id_idx" ON "person_handle"("person_id");

-- CreateIndex
CREATE INDEX "person_project_project_id_idx" ON "person_project"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "ambassador_term_application_id_key" ON "ambassador_term"("application_id");

-- CreateIndex
CREATE INDEX "ambassador_term_person_id_idx" ON "ambassador_term"("person_id");

-- CreateIndex
CREATE INDEX "ambassador_term_ends_on_idx" ON "ambassador_term"("ends_on");

-- CreateIndex
CREATE UNIQUE INDEX "ambassador_application_number_key" ON "ambassador_application"("number");

-- CreateIndex
CREATE INDEX "ambassador_application_person_id_idx" ON "ambassador_application"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "ambassador_reference_token_hash_key" ON "ambassador_reference"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "ambassador_reference_application_id_email_key" ON "ambassador_reference"("application_id", "email");

-- CreateIndex
CREATE INDEX "ambassador_vote_manager_id_idx" ON "ambassador_vote"("manager_id");

-- CreateIndex
CREATE INDEX "ambassador_conflict_person_id_idx" ON "ambassador_conflict"("person_id");

-- AddForeignKey
ALTER TABLE "person_slug" ADD CONSTRAINT "person_slug_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_handle" ADD CONSTRAINT "person_handle_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withheld_field" ADD CONSTRAINT "withheld_field_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_project" ADD CONSTRAINT "person_project_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_project" ADD CONSTRAINT "person_project_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ambassador_term" ADD CONSTRAINT "ambassador_term_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ambassador_term" ADD CONSTRAINT "ambassador_term_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "ambassador_application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ambassador_application" ADD CONSTRAINT "ambassador_application_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ambassador_application" ADD CONSTRAINT "ambassador_application_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ambassador_reference" ADD CONSTRAINT "ambassador_reference_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "ambassador_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ambassador_vote" ADD CONSTRAINT "ambassador_vote_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "ambassador_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ambassador_vote" ADD CONSTRAINT "ambassador_vote_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ambassador_conflict" ADD CONSTRAINT "ambassador_conflict_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "ambassador_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ambassador_conflict" ADD CONSTRAINT "ambassador_conflict_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema file cannot say.

-- Every slug that somebody has or had is theirs for good: the primary key of person_slug refuses it to anybody else.
CREATE FUNCTION keep_person_slug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO person_slug (slug, person_id) VALUES (NEW.slug, NEW.id) ON CONFLICT (slug) DO NOTHING;
  IF (SELECT person_id FROM person_slug WHERE slug = NEW.slug) IS DISTINCT FROM NEW.id THEN
    RAISE EXCEPTION 'the slug % is or was somebody else''s', NEW.slug
      USING ERRCODE = 'unique_violation', CONSTRAINT = 'person_slug_pkey';
  END IF;
  RETURN NULL;
END $$;
INSERT INTO person_slug (slug, person_id) SELECT slug, id FROM person;
CREATE TRIGGER person_slug_kept AFTER INSERT OR UPDATE OF slug ON person
  FOR EACH ROW EXECUTE FUNCTION keep_person_slug();

ALTER TABLE person
  ADD CONSTRAINT person_country CHECK (country ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT person_links CHECK (jsonb_typeof(links) = 'object');

ALTER TABLE ambassador_term
  ADD CONSTRAINT ambassador_term_days CHECK (starts_on <= ends_on),
  -- Terms end.
  ADD CONSTRAINT ambassador_term_ends CHECK (ends_on IS NOT NULL OR is_past),
  ADD CONSTRAINT ambassador_term_one_at_a_time EXCLUDE USING gist
    (person_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&) WHERE (starts_on IS NOT NULL AND ends_on IS NOT NULL);

CREATE UNIQUE INDEX ambassador_application_one_open ON ambassador_application (person_id)
  WHERE decided_at IS NULL AND withdrawn_at IS NULL;
ALTER TABLE ambassador_application
  ADD CONSTRAINT ambassador_application_decided CHECK (num_nulls(decision, decided_at) IN (0, 2)),
  ADD CONSTRAINT ambassador_application_decision_needs_submission CHECK (decision IS NULL OR submitted_at IS NOT NULL),
  ADD CONSTRAINT ambassador_application_one_end CHECK (decided_at IS NULL OR withdrawn_at IS NULL);
ALTER TABLE ambassador_reference
  ADD CONSTRAINT ambassador_reference_email_lower CHECK (email = lower(email));
