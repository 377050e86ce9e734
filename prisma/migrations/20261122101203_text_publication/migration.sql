-- AlterTable
ALTER TABLE "document" ADD COLUMN     "corrections" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "pinned" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "series" TEXT,
ADD COLUMN     "unlisted" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "visible_from" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "document_visible_from_idx" ON "document"("visible_from");

-- CreateIndex
CREATE INDEX "document_series_idx" ON "document"("series");


-- What is there was public.
UPDATE "document" SET "visible_from" = coalesce("published_on", "sort_date");
