import { Lru } from './lru'
import { type Packed, packedSize } from './pack'
import { EVERYTHING, type Purge } from './purges'

/** An answer as it is kept: complete, compressed, and the same for every reader. */
export interface Entry {
  status: number
  /** Headers of the answer itself (lower case); those of every answer are added when it is sent. */
  headers: Readonly<Record<string, string>>
  /** Null for a 404, whose body is the one document of its language. */
  body: Packed | null
  tags: readonly string[]
  /** Milliseconds since 1970; Infinity where nothing changes by itself. */
  freshUntil: number
  /** A tag of it has moved: kept only for the reader who would otherwise wait too long. */
  isOld: boolean
}

const overhead = 512
const perTag = 128

/** Finished answers in memory: documents within one limit of bytes, 404s within a small one of their own. */
export class Store {
  #documents: Lru<Entry>
  #missing: Lru<Entry>
  #keysOf = new Map<string, Set<string>>()

  constructor(limits: { documents: number; missing: number }) {
    const forget = (key: string, entry: Entry) => this.#unlink(key, entry)
    this.#documents = new Lru(limits.documents, forget)
    this.#missing = new Lru(limits.missing, forget)
  }

  get bytes(): { documents: number; missing: number } {
    return { documents: this.#documents.bytes, missing: this.#missing.bytes }
  }

  get count(): number {
    return this.#documents.count + this.#missing.count
  }

  get(key: string): Entry | undefined {
    return this.#documents.get(key) ?? this.#missing.get(key)
  }

  put(key: string, entry: Entry): void {
    this.delete(key)
    for (const tag of entry.tags) {
      const keys = this.#keysOf.get(tag)
      if (keys) keys.add(key)
      else this.#keysOf.set(tag, new Set([key]))
    }
    const shelf = entry.status === 404 ? this.#missing : this.#documents
    const size = sizeOf(key, entry)
    if (size > shelf.limit) this.#unlink(key, entry)
    else shelf.set(key, entry, size)
  }

  delete(key: string): void {
    this.#documents.delete(key)
    this.#missing.delete(key)
  }

  /** Soft: what carries a tag is old from now on. Hard: it is gone. */
  purge({ tags, hard }: Purge): void {
    for (const key of this.#touchedBy(tags)) {
      const entry = this.get(key)
      if (hard || entry?.status === 404) this.delete(key)
      else if (entry) entry.isOld = true
    }
  }

  #touchedBy(tags: string[]): Set<string> {
    if (tags.includes(EVERYTHING)) return new Set([...this.#documents.keys(), ...this.#missing.keys()])
    return new Set(tags.flatMap((tag) => [...(this.#keysOf.get(tag) ?? [])]))
  }

  #unlink(key: string, entry: Entry): void {
    for (const tag of entry.tags) {
      const keys = this.#keysOf.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) this.#keysOf.delete(tag)
    }
  }
}

/** Bytes of an entry with what the maps around it cost, roughly and rather too high. */
export function sizeOf(key: string, entry: Entry): number {
  const words = [key, ...entry.tags, ...Object.values(entry.headers)]
  const text = words.reduce((sum, word) => sum + word.length * 2, 0)
  return overhead + text + entry.tags.length * perTag + (entry.body ? packedSize(entry.body) : 0)
}
