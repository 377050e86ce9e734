-- CreateTable
CREATE TABLE "foreign_record" (
    "event_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "foreign_id" TEXT NOT NULL,
    "proposal_id" UUID,
    "person_id" UUID,
    "question_id" UUID,
    "slot_id" UUID,
    "hash" TEXT NOT NULL,
    "version" INTEGER,
    "picture" TEXT,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "foreign_record_pkey" PRIMARY KEY ("event_id","source","kind","foreign_id")
);

-- CreateIndex
CREATE INDEX "foreign_record_proposal_id_idx" ON "foreign_record"("proposal_id");

-- CreateIndex
CREATE INDEX "foreign_record_person_id_idx" ON "foreign_record"("person_id");

-- CreateIndex
CREATE INDEX "foreign_record_question_id_idx" ON "foreign_record"("question_id");

-- CreateIndex
CREATE INDEX "foreign_record_slot_id_idx" ON "foreign_record"("slot_id");

-- AddForeignKey
ALTER TABLE "foreign_record" ADD CONSTRAINT "foreign_record_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "foreign_record" ADD CONSTRAINT "foreign_record_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "foreign_record" ADD CONSTRAINT "foreign_record_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "foreign_record" ADD CONSTRAINT "foreign_record_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "foreign_record" ADD CONSTRAINT "foreign_record_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "slot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: a record stands for one thing.
ALTER TABLE "foreign_record" ADD CONSTRAINT "foreign_record_one_thing"
  CHECK (num_nonnulls("proposal_id", "person_id", "question_id", "slot_id") = 1);
