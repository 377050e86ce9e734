-- AlterTable
ALTER TABLE "document" ADD COLUMN     "block_hashes" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "outbox_message" ADD COLUMN     "unsubscribe_url" TEXT;

-- CreateTable
CREATE TABLE "document_figure" (
    "document_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "unit" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "direction" TEXT,
    "baseline" TEXT,
    "period" TEXT,
    "source" TEXT,
    "anchor" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "project_id" UUID,

    CONSTRAINT "document_figure_pkey" PRIMARY KEY ("document_id","position")
);

-- CreateTable
CREATE TABLE "subscription_request" (
    "token_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "topics" TEXT[],
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscription_request_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "subscription" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "topics" TEXT[],
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_digest_on" DATE,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "digest" (
    "week" DATE NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "changes" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "digest_pkey" PRIMARY KEY ("week")
);

-- CreateIndex
CREATE INDEX "document_figure_project_id_idx" ON "document_figure"("project_id");

-- CreateIndex
CREATE INDEX "subscription_request_email_idx" ON "subscription_request"("email");

-- CreateIndex
CREATE INDEX "subscription_request_expires_idx" ON "subscription_request"("expires");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_email_key" ON "subscription"("email");

-- CreateIndex
CREATE INDEX "subscription_last_digest_on_idx" ON "subscription"("last_digest_on");

-- AddForeignKey
ALTER TABLE "document_figure" ADD CONSTRAINT "document_figure_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_figure" ADD CONSTRAINT "document_figure_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema file cannot say: few texts were ever corrected, and the change log reads them all.
CREATE INDEX "document_corrected_idx" ON "document"("kind") WHERE "corrections" <> '[]';
ALTER TABLE "document_figure" ADD CONSTRAINT "document_figure_direction_check" CHECK ("direction" IN ('up', 'down', 'flat'));
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_topics_check" CHECK (cardinality("topics") > 0);
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_email_check" CHECK ("email" = lower("email"));
