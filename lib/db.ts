import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import { Client } from 'pg'
import { type Prisma, PrismaClient } from '@/generated/prisma/client'
import { env } from './env'

export type Tx = Prisma.TransactionClient

/** One transaction around everything that is asked of the database, until it has ended. */
interface Around {
  tx: Tx
  isOpen: boolean
}

const KEY = Symbol.for('lectern.db')
const AROUND = Symbol.for('lectern.db.around')
const shared = globalThis as { [KEY]?: PrismaClient; [AROUND]?: AsyncLocalStorage<Around> }

/**
 * The database, connected on first use: importing this costs nothing, so that `next build` needs no database and a
 * script may start the embedded server first. One client per process, although Next bundles its own copy of this file.
 */
export const db: PrismaClient = new Proxy(Object.create(null), {
  get(_, property) {
    const tx = around()
    return tx && property in tx ? Reflect.get(tx, property, tx) : Reflect.get(client(), property, client())
  },
})

function client(): PrismaClient {
  shared[KEY] ??= new PrismaClient({
    adapter: new PrismaPg({
      ...{ connectionString: env().DATABASE_URL ?? '', max: 10, connectionTimeoutMillis: 5_000 },
      Client: InTurn,
    }),
  })
  return shared[KEY]
}

/** What is asked at once within one transaction goes over its connection one after another: the library is to stop that. */
class InTurn extends Client {
  private last: Promise<unknown> = Promise.resolve()

  override query(...args: unknown[]) {
    const ask = () => Reflect.apply(super.query, this, args)
    if (typeof args.at(-1) === 'function') return ask()
    const answer = this.last.then(ask)
    this.last = answer.catch(() => {})
    return answer
  }
}

/** Closes the pool; the next use opens another. */
export async function disconnect(): Promise<void> {
  const open = shared[KEY]
  delete shared[KEY]
  await open?.$disconnect()
}

/** Everything or nothing. Locks are waited for, but not for ever. */
export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const tx = around()
  if (tx) return inSavepoint(tx, work)
  return client().$transaction(work, { maxWait: 5_000, timeout: 15_000 })
}

/**
 * One transaction around whatever `work` calls, however deep: their own transactions become parts of it, and what they
 * ask of `db` sees it. Nothing in it may wait for what somebody else does afterwards.
 */
export async function together<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const outer = around()
  if (outer) return inSavepoint(outer, work)
  const storage = storageOfAll()
  const inside: { current: Around | null } = { current: null }
  try {
    return await client().$transaction(
      (tx) => {
        inside.current = { tx, isOpen: true }
        return storage.run(inside.current, () => work(tx))
      },
      { maxWait: 5_000, timeout: 40_000 },
    )
  } finally {
    // What was begun in it and goes on behind asks the database itself from now on.
    if (inside.current) inside.current.isOpen = false
  }
}

function storageOfAll(): AsyncLocalStorage<Around> {
  shared[AROUND] ??= new AsyncLocalStorage()
  return shared[AROUND]
}

function around(): Tx | null {
  const found = shared[AROUND]?.getStore()
  return found?.isOpen ? found.tx : null
}

/** Until the end of the transaction nobody else has this word. Taken again in the same transaction it is theirs already. */
export async function holdWord(tx: Tx, word: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${word}, 0))`
}

async function inSavepoint<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  await tx.$executeRaw`savepoint part`
  try {
    const result = await work(tx)
    await tx.$executeRaw`release savepoint part`
    return result
  } catch (error) {
    // Where even that cannot be said the whole ends with the connection.
    await tx.$executeRaw`rollback to savepoint part`.catch(() => {})
    throw error
  }
}
