import { db } from '@/lib/db'
import { listAliases } from '../queries/aliases'
import { listStored } from '../queries/stored'
import { type Found, matchFound } from '../rules/match'
import { type ProjectsWritten, writeProjects } from './write-projects'

/**
 * Brings what the landscape says of projects into the log, all of it or nothing. Duties: wait for a sync that is under
 * way; match what was found with what is there; write (on a dry run only plan). Projects that the file does not name
 * stay. Answers the slug of each, in the file's order.
 */
export function importProjects(
  found: Found[],
  options: { file: string; isDryRun: boolean },
): Promise<ProjectsWritten & { slugs: string[]; unnamed: string[] }> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('content:sync'))`
      const [stored, aliases] = [await listStored(tx), await listAliases(tx)]
      const slugs = matchFound(found, stored, aliases)
      const changes = found.map(({ key, source }, at) => ({ slug: slugs[at] ?? '', landscape: { key, source } }))
      const written = await writeProjects(tx, changes, { by: options.file, isDryRun: options.isDryRun })
      const named = new Set(slugs)
      const unnamed = stored.filter(({ slug, landscape }) => landscape && !named.has(slug)).map(({ slug }) => slug)
      return { ...written, slugs, unnamed }
    },
    { maxWait: 10_000, timeout: 120_000 },
  )
}
