import type { Compiled } from './compile'

/** What only the row of a file needs: nearly all of what a compiled file weighs. */
type Body = Pick<Compiled, 'tree' | 'contents' | 'blockHashes'>

/** A compiled file without what only its row needs. */
export type Light = Omit<Compiled, keyof Body>

/** A compiled file whose body waits as JSON beside the heap: a fifth of the size, and nothing to collect in it. */
export interface Packed extends Light {
  packed: Buffer
}

export function pack({ source, tree, contents, blockHashes, ...light }: Compiled): Packed {
  const body: Body = { tree, contents, blockHashes }
  // A string that was cut from a text holds on to the whole of it; these are strings of their own.
  const own: typeof light = JSON.parse(JSON.stringify(light))
  return { source, ...own, packed: Buffer.from(JSON.stringify(body)) }
}

export function unpack({ packed, ...light }: Packed): Compiled {
  const body: Body = JSON.parse(packed.toString())
  return { ...light, ...body }
}
