-- AlterTable
ALTER TABLE "ambassador_term" ADD COLUMN     "cut_short" JSONB;
