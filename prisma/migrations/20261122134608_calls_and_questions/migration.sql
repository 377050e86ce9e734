-- CreateEnum
CREATE TYPE "question_about" AS ENUM ('proposal', 'speaker', 'reviewer');

-- CreateEnum
CREATE TYPE "question_kind" AS ENUM ('text', 'prose', 'number', 'choice', 'choices', 'date', 'url', 'file', 'consent');

-- CreateEnum
CREATE TYPE "question_audience" AS ENUM ('public', 'reviewers', 'chairs');

-- CreateEnum
CREATE TYPE "limit_unit" AS ENUM ('words', 'characters');

-- AlterTable
ALTER TABLE "call" ADD COLUMN     "by_invitation" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "time_zone" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "form_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "limit_per_person" INTEGER,
ADD COLUMN     "sessions_per_person" INTEGER;

-- AlterTable
ALTER TABLE "proposal" ADD COLUMN     "access_code_id" UUID;

-- AlterTable
ALTER TABLE "proposal_speaker" ADD COLUMN     "answers" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "answers" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "call_format" (
    "call_id" UUID NOT NULL,
    "format_id" UUID NOT NULL,
    "closes_at" TIMESTAMPTZ(3),

    CONSTRAINT "call_format_pkey" PRIMARY KEY ("call_id","format_id")
);

-- CreateTable
CREATE TABLE "access_code" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "most_uses" INTEGER,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "access_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_code_use" (
    "code_id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "access_code_use_pkey" PRIMARY KEY ("code_id","proposal_id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "call_id" UUID,
    "key" TEXT NOT NULL,
    "about" "question_about" NOT NULL DEFAULT 'proposal',
    "kind" "question_kind" NOT NULL,
    "label" TEXT NOT NULL,
    "help" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "audience" "question_audience" NOT NULL DEFAULT 'reviewers',
    "is_required" BOOLEAN NOT NULL DEFAULT false,
    "required_from" TIMESTAMPTZ(3),
    "frozen_from" TIMESTAMPTZ(3),
    "limit" INTEGER,
    "limit_unit" "limit_unit" NOT NULL DEFAULT 'characters',
    "min" DOUBLE PRECISION,
    "max" DOUBLE PRECISION,
    "options" JSONB NOT NULL DEFAULT '[]',
    "conditions" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer_file" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "stored" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answer_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tag" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_tag" (
    "proposal_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,

    CONSTRAINT "proposal_tag_pkey" PRIMARY KEY ("proposal_id","tag_id")
);

-- CreateTable
CREATE TABLE "proposal_project" (
    "proposal_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,

    CONSTRAINT "proposal_project_pkey" PRIMARY KEY ("proposal_id","project_id")
);

-- CreateIndex
CREATE INDEX "call_format_format_id_idx" ON "call_format"("format_id");

-- CreateIndex
CREATE UNIQUE INDEX "access_code_code_key" ON "access_code"("code");

-- CreateIndex
CREATE INDEX "access_code_call_id_idx" ON "access_code"("call_id");

-- CreateIndex
CREATE INDEX "access_code_use_proposal_id_idx" ON "access_code_use"("proposal_id");

-- CreateIndex
CREATE INDEX "question_call_id_idx" ON "question"("call_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_event_id_key_key" ON "question"("event_id", "key");

-- CreateIndex
CREATE INDEX "answer_file_event_id_idx" ON "answer_file"("event_id");

-- CreateIndex
CREATE INDEX "answer_file_question_id_idx" ON "answer_file"("question_id");

-- CreateIndex
CREATE INDEX "answer_file_uploaded_by_id_idx" ON "answer_file"("uploaded_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "tag_event_id_slug_key" ON "tag"("event_id", "slug");

-- CreateIndex
CREATE INDEX "proposal_tag_tag_id_idx" ON "proposal_tag"("tag_id");

-- CreateIndex
CREATE INDEX "proposal_project_project_id_idx" ON "proposal_project"("project_id");

-- CreateIndex
CREATE INDEX "proposal_access_code_id_idx" ON "proposal"("access_code_id");

-- AddForeignKey
ALTER TABLE "call_format" ADD CONSTRAINT "call_format_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_format" ADD CONSTRAINT "call_format_format_id_fkey" FOREIGN KEY ("format_id") REFERENCES "format"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_code" ADD CONSTRAINT "access_code_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_code_use" ADD CONSTRAINT "access_code_use_code_id_fkey" FOREIGN KEY ("code_id") REFERENCES "access_code"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_code_use" ADD CONSTRAINT "access_code_use_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_file" ADD CONSTRAINT "answer_file_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_file" ADD CONSTRAINT "answer_file_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_file" ADD CONSTRAINT "answer_file_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_access_code_id_fkey" FOREIGN KEY ("access_code_id") REFERENCES "access_code"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_tag" ADD CONSTRAINT "proposal_tag_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_tag" ADD CONSTRAINT "proposal_tag_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_project" ADD CONSTRAINT "proposal_project_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_project" ADD CONSTRAINT "proposal_project_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema file cannot say.
ALTER TABLE call
  ADD CONSTRAINT call_kind CHECK (kind ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(kind) <= 80),
  ADD CONSTRAINT call_limit CHECK (limit_per_person >= 0);
ALTER TABLE event ADD CONSTRAINT event_limits CHECK (limit_per_person > 0 AND sessions_per_person > 0);
ALTER TABLE tag ADD CONSTRAINT tag_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80);

-- Beside the condition of the statement that counts: no code lets in more than it says.
ALTER TABLE access_code
  ADD CONSTRAINT access_code_uses CHECK (uses >= 0 AND uses <= most_uses),
  ADD CONSTRAINT access_code_most CHECK (most_uses > 0);

ALTER TABLE question
  ADD CONSTRAINT question_key CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(key) <= 80),
  ADD CONSTRAINT question_limit CHECK ("limit" > 0),
  ADD CONSTRAINT question_range CHECK (min <= max),
  ADD CONSTRAINT question_options CHECK (jsonb_typeof(options) = 'array'),
  ADD CONSTRAINT question_conditions CHECK (jsonb_typeof(conditions) = 'array');
