import { createHash } from 'node:crypto'
import type { Tree } from '../schema/tree'

/** What a translation says of a block that has no source: the translator's own words. */
export const OWN = '-'

/** A block of a source as eight hex digits, whatever spaces stand at the ends of its lines. */
export function blockHash(source: string): string {
  const text = source
    .replace(/\r\n/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trimEnd()
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}

/** What kind of block this is: all that joins texts in two languages while nothing is stamped. */
export function blockKind(block: Tree[number]): string {
  return block.is === 'heading' ? `heading ${block.level}` : block.is
}

/** The stamp of a translation made from this source as it is: the hash of each block's source, or OWN. */
export function stampFor(source: { tree: Tree; hashes: readonly string[] }, translation: Tree): string[] {
  const pairs = alignTranslation(source.tree.map(blockKind), translation.map(blockKind))
  const sourceOf = new Map(
    pairs.flatMap(({ source: at, target }) => (at === null || target === null ? [] : [[target, at]])),
  )
  return translation.map((_, target) => source.hashes[sourceOf.get(target) ?? -1] ?? OWN)
}

/**
 * How a block of a translation stands to its source, by their places: as it was when it was translated; changed since;
 * its source is gone; a source block that is not translated; the translator's own.
 */
export type Pair =
  | { state: 'same' | 'changed'; source: number; target: number }
  | { state: 'gone' | 'own'; source: null; target: number }
  | { state: 'new'; source: number; target: null }

/**
 * Joins a translation with its source as it is now. `stamped` has an entry for each block of the translation: the hash
 * of its source when it was translated, or OWN. What agrees is found first, in order and then wherever it went; of the
 * rest, what stands between the same neighbours belongs together. In order of the source, what is the translation's
 * alone after the block before it.
 */
export function alignTranslation(source: readonly string[], stamped: readonly string[]): Pair[] {
  const sourceOf = new Map(commonPlaces(source, stamped))
  joinMoved(source, stamped, sourceOf)
  const same = new Set(sourceOf.keys())
  joinBetween(source, stamped, sourceOf)

  const targets = stamped.map((_, target): Pair => {
    const at = sourceOf.get(target)
    if (at === undefined) return { state: stamped[target] === OWN ? 'own' : 'gone', source: null, target }
    return { state: same.has(target) ? 'same' : 'changed', source: at, target }
  })
  const taken = new Set(sourceOf.values())
  const untranslated = source.flatMap((_, at): Pair[] =>
    taken.has(at) ? [] : [{ state: 'new', source: at, target: null }],
  )
  return inOrder([...targets, ...untranslated])
}

/** Whether a reader of the translation misses or is told something that is not so any more. */
export function isOutdated(pairs: readonly Pair[]): boolean {
  return pairs.some(({ state }) => state !== 'same' && state !== 'own')
}

/** The longest run of blocks that both have, in the order of both, as [target, source]. */
function commonPlaces(source: readonly string[], target: readonly string[]): [number, number][] {
  const [rows, columns] = [source.length + 1, target.length + 1]
  const longest = new Uint16Array((rows + 1) * (columns + 1))
  const at = (s: number, t: number) => longest[s * columns + t] ?? 0
  for (let s = source.length - 1; s >= 0; s--) {
    for (let t = target.length - 1; t >= 0; t--) {
      const isSame = source[s] === target[t] && target[t] !== OWN
      longest[s * columns + t] = isSame ? at(s + 1, t + 1) + 1 : Math.max(at(s + 1, t), at(s, t + 1))
    }
  }
  const places: [number, number][] = []
  for (let s = 0, t = 0; s < source.length && t < target.length; ) {
    const isSame = source[s] === target[t] && target[t] !== OWN
    if (isSame && at(s, t) === at(s + 1, t + 1) + 1) places.push([t++, s++])
    else if (at(s + 1, t) >= at(s, t + 1)) s++
    else t++
  }
  return places
}

/** Blocks that went elsewhere in the source are still translated. */
function joinMoved(source: readonly string[], stamped: readonly string[], sourceOf: Map<number, number>): void {
  const taken = new Set(sourceOf.values())
  for (const [target, hash] of stamped.entries()) {
    if (sourceOf.has(target) || hash === OWN) continue
    const at = source.findIndex((other, place) => other === hash && !taken.has(place))
    if (at < 0) continue
    sourceOf.set(target, at)
    taken.add(at)
  }
}

/** Between two blocks that agree, the first that is left on one side is what the first on the other has become. */
function joinBetween(source: readonly string[], stamped: readonly string[], sourceOf: Map<number, number>): void {
  const taken = new Set(sourceOf.values())
  const isFree = (at: number) => at < source.length && !taken.has(at)
  let next = 0
  for (const [target, hash] of stamped.entries()) {
    const joined = sourceOf.get(target)
    if (joined !== undefined) next = joined + 1
    else if (hash !== OWN && isFree(next)) {
      sourceOf.set(target, next)
      taken.add(next++)
    }
  }
}

function inOrder(pairs: Pair[]): Pair[] {
  const inSource = pairs.filter(({ source }) => source !== null).sort((a, b) => (a.source ?? 0) - (b.source ?? 0))
  const alone = pairs.filter(({ source }) => source === null)
  for (const pair of alone) {
    const before = inSource.findLastIndex(({ target }) => target !== null && target < (pair.target ?? 0))
    inSource.splice(before + 1, 0, pair)
  }
  return inSource
}
