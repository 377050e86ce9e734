-- CreateTable
CREATE TABLE "link_check" (
    "url" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "checked_at" TIMESTAMPTZ(3),
    "status" INTEGER,
    "problem" TEXT,
    "requested_at" TIMESTAMPTZ(3),
    "claimed_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_check_pkey" PRIMARY KEY ("url")
);

-- CreateIndex
CREATE INDEX "link_check_host_idx" ON "link_check"("host");

-- The queue of the job that asks for them.
SELECT jobs.create_queue('links', '{"policy":"standard","retryLimit":2,"retryDelay":60,"retryBackoff":true,"expireInSeconds":60,"retentionMinutes":1440}');
