-- AlterTable
ALTER TABLE "question" ADD COLUMN     "is_for_accepted" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "call_track" (
    "call_id" UUID NOT NULL,
    "track_id" UUID NOT NULL,

    CONSTRAINT "call_track_pkey" PRIMARY KEY ("call_id","track_id")
);

-- CreateIndex
CREATE INDEX "call_track_track_id_idx" ON "call_track"("track_id");

-- AddForeignKey
ALTER TABLE "call_track" ADD CONSTRAINT "call_track_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_track" ADD CONSTRAINT "call_track_track_id_fkey" FOREIGN KEY ("track_id") REFERENCES "track"("id") ON DELETE CASCADE ON UPDATE CASCADE;
