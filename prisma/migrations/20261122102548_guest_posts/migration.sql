-- CreateEnum
CREATE TYPE "quote_answer" AS ENUM ('approved', 'refused');

-- CreateTable
CREATE TABLE "preview_link" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "document_id" UUID,
    "post_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "preview_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "content_problem" (
    "id" BIGSERIAL NOT NULL,
    "file" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    "message" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "content_problem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guest_post" (
    "id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "invited_by_id" UUID,
    "brief" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "title" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "approved_at" TIMESTAMPTZ(3),
    "approved_by_id" UUID,
    "slug" TEXT,
    "category" TEXT NOT NULL DEFAULT 'technical',
    "tags" TEXT[],
    "projects" TEXT[],
    "correction" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ(3),
    "published_version" INTEGER,
    "unpublished_at" TIMESTAMPTZ(3),

    CONSTRAINT "guest_post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guest_post_version" (
    "post_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "is_auto" BOOLEAN NOT NULL DEFAULT false,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "guest_post_version_pkey" PRIMARY KEY ("post_id","version")
);

-- CreateTable
CREATE TABLE "guest_post_move" (
    "id" BIGSERIAL NOT NULL,
    "post_id" UUID NOT NULL,
    "move" TEXT NOT NULL,
    "actor_id" UUID,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "text" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "guest_post_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guest_quote" (
    "id" UUID NOT NULL,
    "post_id" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "position" INTEGER,
    "name" TEXT NOT NULL,
    "affiliation" TEXT,
    "person_slug" TEXT,
    "words" TEXT NOT NULL,
    "before" TEXT NOT NULL DEFAULT '',
    "after" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "token_hash" TEXT,
    "asked_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "answer" "quote_answer",
    "answered_at" TIMESTAMPTZ(3),
    "remark" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "guest_quote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "preview_link_token_hash_key" ON "preview_link"("token_hash");

-- CreateIndex
CREATE INDEX "preview_link_document_id_idx" ON "preview_link"("document_id");

-- CreateIndex
CREATE INDEX "preview_link_post_id_idx" ON "preview_link"("post_id");

-- CreateIndex
CREATE INDEX "preview_link_created_by_id_idx" ON "preview_link"("created_by_id");

-- CreateIndex
CREATE INDEX "content_problem_file_idx" ON "content_problem"("file");

-- CreateIndex
CREATE INDEX "guest_post_author_id_idx" ON "guest_post"("author_id");

-- CreateIndex
CREATE INDEX "guest_post_invited_by_id_idx" ON "guest_post"("invited_by_id");

-- CreateIndex
CREATE INDEX "guest_post_approved_by_id_idx" ON "guest_post"("approved_by_id");

-- CreateIndex
CREATE INDEX "guest_post_updated_at_idx" ON "guest_post"("updated_at");

-- CreateIndex
CREATE INDEX "guest_post_move_post_id_id_idx" ON "guest_post_move"("post_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "guest_quote_token_hash_key" ON "guest_quote"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "guest_quote_post_id_fingerprint_key" ON "guest_quote"("post_id", "fingerprint");

-- AddForeignKey
ALTER TABLE "preview_link" ADD CONSTRAINT "preview_link_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preview_link" ADD CONSTRAINT "preview_link_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "guest_post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preview_link" ADD CONSTRAINT "preview_link_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_post" ADD CONSTRAINT "guest_post_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_post" ADD CONSTRAINT "guest_post_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_post" ADD CONSTRAINT "guest_post_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_post_version" ADD CONSTRAINT "guest_post_version_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "guest_post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_post_move" ADD CONSTRAINT "guest_post_move_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "guest_post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guest_quote" ADD CONSTRAINT "guest_quote_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "guest_post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema file cannot say.
ALTER TABLE preview_link ADD CONSTRAINT preview_link_one_text CHECK (num_nonnulls(document_id, post_id) = 1);

ALTER TABLE guest_post
  ADD CONSTRAINT guest_post_approval_needs_submission CHECK (approved_at IS NULL OR submitted_at IS NOT NULL),
  ADD CONSTRAINT guest_post_approval_needs_slug CHECK (approved_at IS NULL OR slug IS NOT NULL),
  ADD CONSTRAINT guest_post_published CHECK (num_nulls(published_at, published_version) IN (0, 2));

ALTER TABLE guest_quote
  ADD CONSTRAINT guest_quote_answered CHECK (num_nulls(answer, answered_at) IN (0, 2)),
  ADD CONSTRAINT guest_quote_asked CHECK (num_nulls(asked_at, expires_at) IN (0, 2));

CREATE TRIGGER guest_post_move_append_only BEFORE UPDATE ON guest_post_move
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
