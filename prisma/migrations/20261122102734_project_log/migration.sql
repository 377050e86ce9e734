-- CreateEnum
CREATE TYPE "move_origin" AS ENUM ('content', 'landscape');

-- CreateEnum
CREATE TYPE "alias_origin" AS ENUM ('content', 'landscape', 'people');

-- AlterTable
ALTER TABLE "project" ADD COLUMN     "category" TEXT,
ADD COLUMN     "details" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "subcategory" TEXT;

-- AlterTable
ALTER TABLE "project_move" ADD COLUMN     "origin" "move_origin" NOT NULL DEFAULT 'content';

-- AlterTable
ALTER TABLE "project_sponsor" ADD COLUMN     "levels" "level"[] DEFAULT ARRAY[]::"level"[];

-- CreateTable
CREATE TABLE "project_maintainer" (
    "project_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "affiliation" TEXT,

    CONSTRAINT "project_maintainer_pkey" PRIMARY KEY ("project_id","person_id")
);

-- CreateTable
CREATE TABLE "landscape_entry" (
    "project_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "landscape_entry_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "project_alias" (
    "key" TEXT NOT NULL,
    "spelling" TEXT NOT NULL,
    "project_id" UUID NOT NULL,
    "origin" "alias_origin" NOT NULL,

    CONSTRAINT "project_alias_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "project_maintainer_person_id_idx" ON "project_maintainer"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "landscape_entry_key_key" ON "landscape_entry"("key");

-- CreateIndex
CREATE INDEX "project_alias_project_id_idx" ON "project_alias"("project_id");

-- CreateIndex
CREATE INDEX "project_move_recorded_at_idx" ON "project_move"("recorded_at");

-- AddForeignKey
ALTER TABLE "project_maintainer" ADD CONSTRAINT "project_maintainer_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_maintainer" ADD CONSTRAINT "project_maintainer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "landscape_entry" ADD CONSTRAINT "landscape_entry_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_alias" ADD CONSTRAINT "project_alias_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What is there is known by its own name.
INSERT INTO "project_alias" ("key", "spelling", "project_id", "origin")
SELECT regexp_replace(lower("name"), '[^[:alnum:]]', '', 'g'), "name", "id", 'content' FROM "project"
ON CONFLICT DO NOTHING;
