import { statSync } from 'node:fs'
import path from 'node:path'
import { db } from '@/lib/db'
import { type Known, keyOf } from '../schema/addresses'
import { listImportedProjects, listKnown } from './sync-state'
import { kindOf } from './texts'

export interface KnownNow extends Known {
  /** Texts that are there and that readers do not see yet, as `documents` names them. */
  hidden: ReadonlySet<string>
}

/** What stands behind these addresses of the site, however many there are, for `judge`. */
export async function getKnown(addresses: string[], now = new Date()): Promise<KnownNow> {
  const segments = addresses.map((address) => (address.split(/[?#]/)[0] ?? '').split('/').filter(Boolean))
  const below = (folder: string) =>
    segments.flatMap((all) => (all.includes(folder) ? (all[all.indexOf(folder) + 1] ?? []) : []))
  const slugs = [...new Set(segments.flatMap((all) => all.at(-1) ?? []))]
  const [documents, { people, events }, projects] = await Promise.all([
    db.document.findMany({
      where: { slug: { in: slugs } },
      select: { kind: true, locale: true, slug: true, visibleFrom: true },
    }),
    listKnown(below('people'), below('events')),
    listImportedProjects(below('projects')),
  ])
  const keysOf = (rows: typeof documents) =>
    new Set(rows.map(({ kind, locale, slug }) => keyOf(kindOf(kind), locale, slug)))
  return {
    documents: keysOf(documents),
    hidden: keysOf(documents.filter(({ visibleFrom }) => visibleFrom === null || visibleFrom > now)),
    people: new Set(people.map(({ slug }) => slug)),
    events: new Set(events),
    projects: new Set(projects),
    isFile: publicFiles('public'),
  }
}

/** Whether a file below this folder has the address. */
export function publicFiles(folder: string): (address: string) => boolean {
  return (address) =>
    statSync(path.join(folder, path.posix.normalize(address)), { throwIfNoEntry: false })?.isFile() ?? false
}
