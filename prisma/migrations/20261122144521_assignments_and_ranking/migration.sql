-- CreateEnum
CREATE TYPE "plan_state" AS ENUM ('queued', 'running', 'done', 'failed', 'cancelled', 'applied');

-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "is_locked" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "reviewer_load" INTEGER,
ADD COLUMN     "reviews_per_proposal" INTEGER NOT NULL DEFAULT 3;

-- AlterTable
ALTER TABLE "format" ADD COLUMN     "slots" INTEGER;

-- AlterTable
ALTER TABLE "track" ADD COLUMN     "slots" INTEGER;

-- CreateTable
CREATE TABLE "reviewer_wish" (
    "event_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "more" UUID[] DEFAULT ARRAY[]::UUID[],
    "less" UUID[] DEFAULT ARRAY[]::UUID[],
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "stated_load" INTEGER,
    "chair_load" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reviewer_wish_pkey" PRIMARY KEY ("event_id","person_id")
);

-- CreateTable
CREATE TABLE "assignment_plan" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "state" "plan_state" NOT NULL DEFAULT 'queued',
    "settings" JSONB NOT NULL,
    "version" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "round" INTEGER NOT NULL DEFAULT 0,
    "gap" DOUBLE PRECISION,
    "result" JSONB,
    "problem" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "alive_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "assignment_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calibration" (
    "event_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calibration_pkey" PRIMARY KEY ("event_id")
);

-- CreateIndex
CREATE INDEX "reviewer_wish_person_id_idx" ON "reviewer_wish"("person_id");

-- CreateIndex
CREATE INDEX "assignment_plan_event_id_created_at_idx" ON "assignment_plan"("event_id", "created_at");

-- CreateIndex
CREATE INDEX "assignment_plan_state_idx" ON "assignment_plan"("state");

-- AddForeignKey
ALTER TABLE "reviewer_wish" ADD CONSTRAINT "reviewer_wish_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviewer_wish" ADD CONSTRAINT "reviewer_wish_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_plan" ADD CONSTRAINT "assignment_plan_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calibration" ADD CONSTRAINT "calibration_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema file cannot say.
ALTER TABLE event
  ADD CONSTRAINT event_reviews_per_proposal CHECK (reviews_per_proposal BETWEEN 1 AND 20),
  ADD CONSTRAINT event_reviewer_load CHECK (reviewer_load >= 0);
ALTER TABLE format ADD CONSTRAINT format_slots CHECK (slots >= 0);
ALTER TABLE track ADD CONSTRAINT track_slots CHECK (slots >= 0);
ALTER TABLE reviewer_wish
  ADD CONSTRAINT reviewer_wish_loads CHECK (stated_load >= 0 AND chair_load >= 0),
  ADD CONSTRAINT reviewer_wish_more_or_less CHECK (NOT more && less);
ALTER TABLE assignment_plan
  ADD CONSTRAINT assignment_plan_result CHECK ((state IN ('done', 'applied')) = (result IS NOT NULL AND version IS NOT NULL));

-- Of an event one plan at a time is being worked out.
CREATE UNIQUE INDEX assignment_plan_one_at_a_time ON assignment_plan (event_id) WHERE state IN ('queued', 'running');

-- The queue of the job that works plans out. A large one takes half a minute.
SELECT jobs.create_queue('assignments', '{"policy":"standard","retryLimit":2,"retryDelay":5,"retryBackoff":true,"expireInSeconds":60,"retentionMinutes":1440}');
