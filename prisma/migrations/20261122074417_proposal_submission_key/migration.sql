-- AlterTable
ALTER TABLE "proposal" ADD COLUMN     "submission_key" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "proposal_submission_key_key" ON "proposal"("submission_key");
