-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "member_since" DATE,
ADD COLUMN     "member_tier" TEXT;
