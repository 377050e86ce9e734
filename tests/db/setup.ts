// Next's own storages of requests, for tests that call actions; they must be there before anything of Next is loaded.
import 'next/dist/server/node-environment-baseline'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { db, disconnect } from '@/lib/db'
import { setEnv } from '@/lib/env'
import { withClient } from '@/lib/postgres/database'

const { LECTERN_TEST_ADMIN_URL: admin = '', LECTERN_TEST_TEMPLATE: template = '', VITEST_POOL_ID = '1' } = process.env
const name = `lectern_worker_${process.ppid}_${VITEST_POOL_ID}_${process.pid}`
const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href

/** A database of this worker's own, at `env().DATABASE_URL`; empty again after every test. */
beforeAll(async () => {
  if (process.env.DATABASE_URL === url) return
  await withClient(admin, (client) =>
    client.query(`create database "${name}" template "${template}" strategy file_copy`),
  )
  setEnv({ DATABASE_URL: url, LECTERN_DEMO: '1', NEXTAUTH_SECRET: 'a-secret-of-the-tests-that-nobody-needs-to-guess' })
})

/** In one statement and in no order: the rows go first, the foreign keys are asked afterwards. */
afterEach(async () => {
  await db.$executeRaw`
    do $$ declare t text; begin
      set local session_replication_role = replica;
      for t in select format('%I.%I', schemaname, tablename) from pg_tables
        where schemaname in ('public', 'search') and tablename <> '_prisma_migrations'
      loop execute 'delete from ' || t; end loop;
    end $$`
})

afterAll(disconnect)
