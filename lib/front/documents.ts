import { entryFrom } from './entry'
import type { Purges } from './purges'
import type { Render } from './render'
import type { Keep } from './routes'
import type { Entry, Store } from './store'

export type Outcome =
  | { kind: 'entry'; entry: Entry; isStale: boolean }
  /** A part of the page is not done on the server: only Next's own, scripted page is whole. */
  | { kind: 'unfinished' }
  | { kind: 'failed'; error: unknown }

type Made = Exclude<Outcome, { kind: 'failed' }>

export interface DocumentsOptions {
  store: Store
  purges: Purges
  render: Render
  /** False while purges may be missed: then what is kept is shown, marked as old, and nobody is asked. */
  isListening: () => boolean
  now?: () => number
  /** How long a reader waits for the new page where an old one is at hand. */
  patienceMs?: number
}

export interface Documents {
  /** Only what may be sent at once and is known to be fresh. */
  peek(key: string): Entry | undefined
  get(key: string, url: string, keep: Keep): Promise<Outcome>
}

const attempts = 5

/** Documents from memory, made where they are missing, once for all who wait for the same. */
export function createDocuments(options: DocumentsOptions): Documents {
  const { store, purges, render, isListening, now = Date.now, patienceMs = 300 } = options
  const flights = new Map<string, Promise<Made>>()

  const isFresh = (entry: Entry) => !entry.isOld && entry.freshUntil > now()

  const peek = (key: string) => {
    const entry = store.get(key)
    return entry && isListening() && isFresh(entry) ? entry : undefined
  }

  const make = async (key: string, url: string, keep: Keep): Promise<Made> => {
    let last: Made | null = null
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const mark = purges.mark()
      try {
        const made = await entryFrom(await render(url), now(), store.get(key))
        const { tags } = made
        if (purges.isWithdrawnSince(mark, tags)) continue
        last = made.entry ? { kind: 'entry', entry: made.entry, isStale: false } : { kind: 'unfinished' }
        if (purges.hasMovedSince(mark, tags)) continue
        if (made.entry && made.mayKeep && isKept(keep, made.entry)) store.put(key, made.entry)
        else store.delete(key)
        return last
      } finally {
        purges.release(mark)
      }
    }
    if (last) return last
    throw new Error(`${url} was withdrawn faster than it could be made`)
  }

  const fly = (key: string, url: string, keep: Keep): Promise<Made> => {
    const running = flights.get(key)
    if (running) return running
    const flight = make(key, url, keep).finally(() => flights.delete(key))
    flights.set(key, flight)
    return flight
  }

  const get = async (key: string, url: string, keep: Keep): Promise<Outcome> => {
    const kept = store.get(key)
    if (kept && !isListening()) return { kind: 'entry', entry: kept, isStale: true }
    if (kept && isFresh(kept)) return { kind: 'entry', entry: kept, isStale: false }
    const flight: Promise<Outcome> = fly(key, url, keep).catch((error: unknown) => ({ kind: 'failed', error }))
    const outcome = kept ? await Promise.race([flight, wait(patienceMs)]) : await flight
    if (outcome && outcome.kind !== 'failed') return outcome
    // Asked again rather than remembered: it may have been withdrawn while we waited.
    const old = store.get(key)
    return old ? { kind: 'entry', entry: old, isStale: !isFresh(old) } : flight
  }

  return { peek, get }
}

function isKept(keep: Keep, entry: Entry): boolean {
  return keep === 'all' || (keep === 'missing' && entry.status === 404)
}

function wait(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, null))
}
