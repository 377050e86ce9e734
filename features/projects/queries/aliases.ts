import { db, type Tx } from '@/lib/db'

/** Every known spelling, by its key, with the project that it names. */
export async function listAliases(client: Tx | typeof db = db): Promise<{ key: string; slug: string }[]> {
  const rows = await client.projectAlias.findMany({ select: { key: true, project: { select: { slug: true } } } })
  return rows.map(({ key, project }) => ({ key, slug: project.slug }))
}
