import { aliasKey } from '@/features/projects/rules/alias'
import type { Tx } from '@/lib/db'
import { WELL_KNOWN } from '../rules/spellings'

interface Alias {
  spelling: string
  slug: string
}

/**
 * Keeps spellings of projects from now on, those that somebody has given and those that are well known; answers with a
 * line for each that is new. What a spelling meant before, somebody may change; what is well known is only filled in.
 */
export async function keepAliases(tx: Tx, given: Alias[], isDryRun: boolean): Promise<string[]> {
  const wellKnown = WELL_KNOWN.map(([spelling, slug]) => ({ spelling, slug, isGiven: false }))
  const wanted = [...given.map((alias) => ({ ...alias, isGiven: true })), ...wellKnown]
  const projects = await tx.project.findMany({
    where: { slug: { in: wanted.map(({ slug }) => slug) } },
    select: { id: true, slug: true },
  })
  const ids = new Map(projects.map(({ id, slug }) => [slug, id]))
  const rows = await tx.projectAlias.findMany({
    where: { key: { in: wanted.map(({ spelling }) => aliasKey(spelling)) } },
  })
  const kept = new Map(rows.map(({ key, projectId }) => [key, projectId]))
  const lines: string[] = []
  for (const { spelling, slug, isGiven } of wanted) {
    const [key, projectId] = [aliasKey(spelling), ids.get(slug)]
    if (!projectId || kept.get(key) === projectId || (kept.has(key) && !isGiven)) continue
    kept.set(key, projectId)
    lines.push(`+ “${spelling}” is ${slug}`)
    if (isDryRun) continue
    const row = { spelling, projectId, origin: 'people' as const }
    await tx.projectAlias.upsert({ where: { key }, create: { key, ...row }, update: row })
  }
  return lines
}
