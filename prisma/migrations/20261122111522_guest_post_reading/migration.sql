-- AlterTable
ALTER TABLE "guest_post" ADD COLUMN     "problems" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "tree" JSONB,
ADD COLUMN     "tree_version" INTEGER NOT NULL DEFAULT 0;
