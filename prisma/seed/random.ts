/** Chance that repeats itself: the same name gives the same numbers on every machine. */
export interface Random {
  /** From 0 up to 1, without 1. */
  next(): number
  /** A whole number from low to high, both included. */
  int(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  shuffle<T>(items: readonly T[]): T[]
  /** `count` different items, or all where there are fewer. */
  sample<T>(items: readonly T[], count: number): T[]
  weighted<T>(choices: readonly (readonly [T, number])[]): T
  /** From the normal distribution. */
  normal(mean: number, deviation: number): number
  date(from: Date, to: Date): Date
  /** A source of its own, so that what is drawn here does not move what is drawn there. */
  fork(name: string): Random
}

export function randomOf(name: string): Random {
  const next = generator(name)
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const sample = <T>(items: readonly T[], count: number): T[] => {
    const rest = [...items]
    const taken = Math.min(count, rest.length)
    return Array.from({ length: taken }, () => {
      const at = Math.floor(next() * rest.length)
      const [item] = rest.splice(at, 1, ...rest.slice(-1))
      rest.pop()
      return item as T // `at` is within the list
    })
  }
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError('Nothing to pick from')
    return items[Math.floor(next() * items.length)] as T // the index is within the list
  }
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick,
    sample,
    shuffle: (items) => sample(items, items.length),
    weighted: (choices) => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [choice, weight] of choices) {
        left -= weight
        if (left < 0) return choice
      }
      return pick(choices)[0]
    },
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    date: (from, to) => new Date(Math.floor(from.getTime() + next() * (to.getTime() - from.getTime()))),
    fork: (child) => randomOf(`${name}/${child}`),
  }
}

/** Small fast counter (sfc32, Chris Doty-Humphrey), seeded by four FNV-1a hashes of the name. */
function generator(name: string): () => number {
  let [a, b, c, counter] = [hash(`a${name}`), hash(`b${name}`), hash(`c${name}`), 1]
  const next = () => {
    const result = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + result) | 0
    return (result >>> 0) / 2 ** 32
  }
  for (let warm = 0; warm < 12; warm++) next()
  return next
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value | 0
}
