const chunk = /^\/_next\/static\/chunks\/([\w.~-]+)\.css$/
const joined = /^\/styles\/([\w.~+-]+)\.css$/
const most = 40

/** One address for the build's style sheets of a page, in their order; null where one of them is not the build's. */
export function joinStyles(hrefs: string[]): string | null {
  const names = hrefs.map((href) => chunk.exec(href)?.[1])
  return names.includes(undefined) || names.length > most ? null : `/styles/${names.join('+')}.css`
}

/** The style sheets that a joined address stands for, or null. Their names carry hashes, so it never changes either. */
export function partsOfStyles(path: string): string[] | null {
  const names = joined.exec(path)?.[1]?.split('+') ?? []
  const isSound = names.length > 0 && names.length <= most && new Set(names).size === names.length
  return isSound ? names.map((name) => `/_next/static/chunks/${name}.css`) : null
}
