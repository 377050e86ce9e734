-- CreateEnum
CREATE TYPE "promotion" AS ENUM ('by_hand', 'same_track_and_format', 'same_format', 'any');

-- A new type instead of new values: an index below names one, which PostgreSQL forbids in the transaction that adds it.
DROP INDEX outbox_message_waiting;
DROP INDEX outbox_message_state_due_at_idx;
ALTER TYPE "message_state" RENAME TO "message_state_before";
CREATE TYPE "message_state" AS ENUM ('draft', 'discarded', 'queued', 'sending', 'sent', 'failed', 'bounced');
ALTER TABLE "outbox_message" ALTER COLUMN "state" DROP DEFAULT,
ALTER COLUMN "state" TYPE "message_state" USING "state"::text::"message_state",
ALTER COLUMN "state" SET DEFAULT 'queued';
DROP TYPE "message_state_before";
CREATE INDEX "outbox_message_state_due_at_idx" ON "outbox_message"("state", "due_at");
CREATE INDEX outbox_message_waiting ON outbox_message (due_at) WHERE state IN ('queued', 'sending');

-- AlterTable
ALTER TABLE "outbox_message" ADD COLUMN     "announces" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "answer_by" TIMESTAMPTZ(3),
ADD COLUMN     "calendar" TEXT,
ADD COLUMN     "handed_at" TIMESTAMPTZ(3),
ADD COLUMN     "locale" TEXT NOT NULL DEFAULT 'en',
ADD COLUMN     "message_id" TEXT,
ADD COLUMN     "proposal_id" UUID,
ADD COLUMN     "uncertain" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "proposal" ADD COLUMN     "waitlist_rank" INTEGER;

-- CreateTable
CREATE TABLE "answer_policy" (
    "event_id" UUID NOT NULL,
    "days" INTEGER NOT NULL DEFAULT 14,
    "until" DATE,
    "reminder_days" INTEGER[] DEFAULT ARRAY[7, 2]::INTEGER[],
    "silence_declines" BOOLEAN NOT NULL DEFAULT false,
    "promotion" "promotion" NOT NULL DEFAULT 'by_hand',
    "promotes_since" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "answer_policy_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "mail_template" (
    "event_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_template_pkey" PRIMARY KEY ("event_id","kind","locale")
);

-- CreateIndex
CREATE UNIQUE INDEX "outbox_message_message_id_key" ON "outbox_message"("message_id");

-- CreateIndex
CREATE INDEX "outbox_message_proposal_id_idx" ON "outbox_message"("proposal_id");

-- AddForeignKey
ALTER TABLE "answer_policy" ADD CONSTRAINT "answer_policy_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_message" ADD CONSTRAINT "outbox_message_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_template" ADD CONSTRAINT "mail_template_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema cannot say.
ALTER TABLE outbox_message
  ADD CONSTRAINT outbox_message_counts CHECK (attempts >= 0 AND uncertain >= 0 AND uncertain <= attempts),
  ADD CONSTRAINT outbox_message_announces_a_proposal CHECK (NOT announces OR proposal_id IS NOT NULL),
  ADD CONSTRAINT outbox_message_handed_while_sending CHECK (handed_at IS NULL OR state = 'sending');
ALTER TABLE mail_template
  ADD CONSTRAINT mail_template_locale CHECK (locale IN ('en', 'zh')),
  ADD CONSTRAINT mail_template_words CHECK (btrim(subject) <> '' AND btrim(text) <> '');
ALTER TABLE answer_policy
  ADD CONSTRAINT answer_policy_days CHECK (days BETWEEN 1 AND 365),
  ADD CONSTRAINT answer_policy_reminders CHECK (cardinality(reminder_days) <= 5 AND 0 < ALL (reminder_days));
