/** What all spellings of one name have in common: `Argo CD`, `ArgoCD` and `argo-cd` are `argocd`. */
export function aliasKey(spelling: string): string {
  return spelling
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** `Open Policy Agent (OPA)` is called both. */
export function namesIn(name: string): string[] {
  const [, short = '', inside = ''] = /^(.*?)\s*\(([^()]+)\)\s*$/.exec(name) ?? []
  return short ? [name, short, inside] : [name]
}

/** Each key once, in the first of its spellings. */
export function aliasesOf(spellings: readonly string[]): { key: string; spelling: string }[] {
  const byKey = new Map<string, string>()
  for (const spelling of spellings) {
    const key = aliasKey(spelling)
    if (key && !byKey.has(key)) byKey.set(key, spelling.trim())
  }
  return [...byKey].map(([key, spelling]) => ({ key, spelling }))
}

/** What a talk may call a project: its names and those that its own text gives it, but no bare lower-case word. */
export function talkNames({ name, aliases }: { name: string; aliases: string[] }): string[] {
  const others = aliases.filter((alias) => /\p{Lu}/u.test(alias) && aliasKey(alias).length > 2)
  return [...new Set([...namesIn(name), ...others])]
}
