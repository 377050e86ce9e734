const KEY = Symbol.for('lectern.picture-turns')
const shared = globalThis as { [KEY]?: Promise<unknown> }

/**
 * One picture after another: a small file may unpack to forty million pixels, which is as much memory as all of this
 * should ever take.
 */
export function inPictureTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = (shared[KEY] ?? Promise.resolve()).then(work)
  shared[KEY] = mine.catch(() => {})
  return mine
}
