import { db, type Tx } from '@/lib/db'
import { aliasKey } from '../rules/alias'

/** Every known spelling, by its key, with the project that it names. */
export async function listAliases(client: Tx | typeof db = db): Promise<{ key: string; slug: string }[]> {
  const rows = await client.projectAlias.findMany({ select: { key: true, project: { select: { slug: true } } } })
  return rows.map(({ key, project }) => ({ key, slug: project.slug }))
}

/** The projects that these spellings name, by spelling; a spelling that no project has is left out. */
export async function findProjectsNamed(
  spellings: string[],
  client: Tx | typeof db = db,
): Promise<Map<string, { id: string; slug: string; name: string }>> {
  const keys = [...new Set(spellings.map(aliasKey))]
  const rows = await client.projectAlias.findMany({
    where: { key: { in: keys } },
    select: { key: true, project: { select: { id: true, slug: true, name: true } } },
  })
  const byKey = new Map(rows.map(({ key, project }) => [key, project]))
  return new Map(
    spellings.flatMap((spelling) => {
      const project = byKey.get(aliasKey(spelling))
      return project ? [[spelling, project] as const] : []
    }),
  )
}
