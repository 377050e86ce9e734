-- CreateEnum
CREATE TYPE "invitation_kind" AS ENUM ('co-speaker', 'handover');

-- CreateEnum
CREATE TYPE "invitation_status" AS ENUM ('invited', 'accepted', 'declined', 'revoked');

-- AlterTable
ALTER TABLE "proposal" ADD COLUMN     "origin_id" UUID;

-- AlterTable
ALTER TABLE "proposal_speaker" ADD COLUMN     "is_accepted" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "proposal_version" ADD COLUMN     "form" TEXT;

-- CreateTable
CREATE TABLE "speaker_invitation" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "kind" "invitation_kind" NOT NULL,
    "status" "invitation_status" NOT NULL DEFAULT 'invited',
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "token_hash" TEXT,
    "invited_by_id" UUID,
    "invited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "speaker_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "speaker_snapshot" (
    "person_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "profile" JSONB NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "speaker_snapshot_pkey" PRIMARY KEY ("person_id","event_id")
);

-- CreateTable
CREATE TABLE "speaker_time" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "speaker_time_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "speaker_needs" (
    "person_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "accessibility" TEXT NOT NULL DEFAULT '',
    "travel" TEXT NOT NULL DEFAULT '',
    "purge_on" DATE NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "speaker_needs_pkey" PRIMARY KEY ("person_id","event_id")
);

-- CreateTable
CREATE TABLE "session_file" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "added_by_id" UUID,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "stored" TEXT,
    "type" TEXT,
    "bytes" INTEGER,
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_signature" (
    "proposal_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "scheme" INTEGER NOT NULL,
    "bands" INTEGER[],

    CONSTRAINT "proposal_signature_pkey" PRIMARY KEY ("proposal_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "speaker_invitation_token_hash_key" ON "speaker_invitation"("token_hash");

-- CreateIndex
CREATE INDEX "speaker_invitation_invited_by_id_idx" ON "speaker_invitation"("invited_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "speaker_invitation_proposal_id_kind_email_key" ON "speaker_invitation"("proposal_id", "kind", "email");

-- CreateIndex
CREATE INDEX "speaker_snapshot_event_id_idx" ON "speaker_snapshot"("event_id");

-- CreateIndex
CREATE INDEX "speaker_time_event_id_idx" ON "speaker_time"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "speaker_time_person_id_event_id_starts_at_ends_at_key" ON "speaker_time"("person_id", "event_id", "starts_at", "ends_at");

-- CreateIndex
CREATE INDEX "speaker_needs_event_id_idx" ON "speaker_needs"("event_id");

-- CreateIndex
CREATE INDEX "speaker_needs_purge_on_idx" ON "speaker_needs"("purge_on");

-- CreateIndex
CREATE INDEX "session_file_proposal_id_idx" ON "session_file"("proposal_id");

-- CreateIndex
CREATE INDEX "session_file_added_by_id_idx" ON "session_file"("added_by_id");

-- CreateIndex
CREATE INDEX "proposal_signature_bands_idx" ON "proposal_signature" USING GIN ("bands");

-- CreateIndex
CREATE INDEX "proposal_origin_id_idx" ON "proposal"("origin_id");

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_origin_id_fkey" FOREIGN KEY ("origin_id") REFERENCES "proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker_invitation" ADD CONSTRAINT "speaker_invitation_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker_invitation" ADD CONSTRAINT "speaker_invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker_snapshot" ADD CONSTRAINT "speaker_snapshot_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker_snapshot" ADD CONSTRAINT "speaker_snapshot_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker_time" ADD CONSTRAINT "speaker_time_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker_time" ADD CONSTRAINT "speaker_time_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker_needs" ADD CONSTRAINT "speaker_needs_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker_needs" ADD CONSTRAINT "speaker_needs_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_file" ADD CONSTRAINT "session_file_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_file" ADD CONSTRAINT "session_file_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_signature" ADD CONSTRAINT "proposal_signature_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema file cannot say.
ALTER TABLE proposal ADD CONSTRAINT proposal_origin CHECK (origin_id <> id);
ALTER TABLE speaker_time ADD CONSTRAINT speaker_time_ends CHECK (ends_at > starts_at);
ALTER TABLE session_file ADD CONSTRAINT session_file_place CHECK ((url IS NULL) <> (stored IS NULL));
-- One link to take a proposal over at a time, and none that still opens once it was answered.
CREATE UNIQUE INDEX speaker_invitation_handover ON speaker_invitation (proposal_id) WHERE kind = 'handover' AND status = 'invited';
ALTER TABLE speaker_invitation ADD CONSTRAINT speaker_invitation_answered
  CHECK ((status = 'invited') = (token_hash IS NOT NULL) AND (status IN ('invited', 'revoked') OR answered_at IS NOT NULL));
