import { AsyncLocalStorage } from 'node:async_hooks'

/** What one render has read so far, and the moment (ms since 1970) at which its answer changes by itself. */
export interface Reading {
  tags: Set<string>
  freshUntil: number
}

/** Next bundles a copy of this module of its own, so the storage lives where both copies find it. */
const slot = Symbol.for('lectern.front.tags')

function storage(): AsyncLocalStorage<Reading> {
  const existing: AsyncLocalStorage<Reading> | undefined = Reflect.get(globalThis, slot)
  if (existing) return existing
  const created = new AsyncLocalStorage<Reading>()
  Reflect.set(globalThis, slot, created)
  return created
}

/**
 * Says that the answer being made depends on these tags (`article:some-slug`, `schedule:some-event`). Queries call it
 * before they read, also when they find nothing, and never inside a cache that outlives the request.
 */
export function touch(...tags: string[]): void {
  const reading = storage().getStore()
  if (reading) for (const tag of tags) reading.tags.add(tag)
}

/** Says that the answer being made changes by itself at `moment`; the earliest such moment of a render counts. */
export function freshUntil(moment: Date): void {
  const reading = storage().getStore()
  if (reading) reading.freshUntil = Math.min(reading.freshUntil, moment.getTime())
}

/** Runs `work` and hands it the reading that `touch` and `freshUntil` fill while it, and what it starts, goes on. */
export function collect<T>(work: (reading: Reading) => T): T {
  const reading: Reading = { tags: new Set(), freshUntil: Number.POSITIVE_INFINITY }
  return storage().run(reading, () => work(reading))
}
