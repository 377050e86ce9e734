/** Values up to a number of bytes in all; the least recently used goes first. One that is larger than all is not kept. */
export class Lru<V> {
  #values = new Map<string, { value: V; size: number }>()
  #bytes = 0

  constructor(
    readonly limit: number,
    readonly onDrop: (key: string, value: V) => void = () => {},
  ) {}

  get bytes(): number {
    return this.#bytes
  }

  get count(): number {
    return this.#values.size
  }

  get(key: string): V | undefined {
    const found = this.#values.get(key)
    if (!found) return undefined
    this.#values.delete(key)
    this.#values.set(key, found)
    return found.value
  }

  set(key: string, value: V, size: number): void {
    this.delete(key)
    if (size > this.limit) return
    this.#values.set(key, { value, size })
    this.#bytes += size
    for (const oldest of this.#values.keys()) {
      if (this.#bytes <= this.limit) break
      this.delete(oldest)
    }
  }

  delete(key: string): void {
    const found = this.#values.get(key)
    if (!found) return
    this.#values.delete(key)
    this.#bytes -= found.size
    this.onDrop(key, found.value)
  }

  keys(): string[] {
    return [...this.#values.keys()]
  }
}
