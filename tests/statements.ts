import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'

const counting = new AsyncLocalStorage<{ count: number }>()

/** How many statements work sends to the database, counted where they leave the process. To be called once in a file. */
export function statementCounter(): (work: () => Promise<unknown>) => Promise<number> {
  const send = pg.Client.prototype.query
  beforeAll(() => {
    pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
      const counter = counting.getStore()
      if (counter) counter.count++
      return Reflect.apply(send, this, args)
    } as typeof send
  })
  afterAll(() => {
    pg.Client.prototype.query = send
  })
  return async (work) => {
    const counter = { count: 0 }
    await counting.run(counter, work)
    return counter.count
  }
}
