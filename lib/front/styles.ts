/** Of a name, which is a hash, so much tells it from a hundred others. Where it does not, both are sent. */
const chunk = /^\/_next\/static\/chunks\/([\w.~-]{4})[\w.~-]*\.css$/
const joined = /^\/styles\/([\w.~+-]+)\.css$/
const most = 40

/** One address for the build's style sheets of a page, in their order; null where one of them is not the build's. */
export function joinStyles(hrefs: string[]): string | null {
  const names = hrefs.map((href) => chunk.exec(href)?.[1])
  return names.includes(undefined) || names.length > most ? null : `/styles/${names.join('+')}.css`
}

/** The style sheets among `built` that a joined address stands for; none where one of them is not there. */
export function partsOfStyles(path: string, built: Iterable<string>): string[] {
  const names = joined.exec(path)?.[1]?.split('+') ?? []
  if (names.length === 0 || names.length > most || new Set(names).size < names.length) return []
  const sheets = [...built].filter((file) => chunk.test(file))
  const parts = names.map((name) => sheets.filter((file) => chunk.exec(file)?.[1] === name))
  return parts.every((found) => found.length > 0) ? parts.flat() : []
}
