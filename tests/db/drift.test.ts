import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { compareCatalogues, readCatalogue } from '@/lib/postgres/catalogue'
import { missingMigration } from '@/lib/postgres/engine'
import { shadowDatabase } from '@/lib/postgres/shadow'

const expected = readFileSync('prisma/catalogue.txt', 'utf8')

test('the migrations lead to what the schema says', async () => {
  expect(await missingMigration(shadowDatabase())).toBe('')
})

test('the database has every constraint, trigger and index of the snapshot, and no other', async () => {
  expect(compareCatalogues(expected, await readCatalogue(env().DATABASE_URL ?? ''))).toEqual([])
})

test('a constraint that somebody dropped is noticed', async () => {
  await db.$executeRaw`alter table call drop constraint call_grace`
  const differences = compareCatalogues(expected, await readCatalogue(env().DATABASE_URL ?? ''))
  await db.$executeRaw`alter table call add constraint call_grace check (grace_minutes >= 0)`
  expect(differences).toEqual(['missing: constraint call.call_grace: CHECK ((grace_minutes >= 0))'])
})
