import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '@/generated/prisma/client'
import { env } from './env'

export type Tx = Prisma.TransactionClient

const KEY = Symbol.for('lectern.db')
const shared = globalThis as { [KEY]?: PrismaClient }

/**
 * The database, connected on first use: importing this costs nothing, so that `next build` needs no database and a
 * script may start the embedded server first. One client per process, although Next bundles its own copy of this file.
 */
export const db: PrismaClient = new Proxy(Object.create(null), {
  get(_, property) {
    shared[KEY] ??= new PrismaClient({
      adapter: new PrismaPg({ connectionString: env().DATABASE_URL ?? '', max: 10, connectionTimeoutMillis: 5_000 }),
    })
    return Reflect.get(shared[KEY], property, shared[KEY])
  },
})

/** Closes the pool; the next use opens another. */
export async function disconnect(): Promise<void> {
  const client = shared[KEY]
  delete shared[KEY]
  await client?.$disconnect()
}

/** Everything or nothing. Locks are waited for, but not for ever. */
export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.$transaction(work, { maxWait: 5_000, timeout: 15_000 })
}
