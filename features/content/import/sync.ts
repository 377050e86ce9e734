import { keepProblems } from '../commands/sync-problems'
import { writeContent } from '../commands/write-content'
import { readSite } from '../queries/site'
import { getIndexStamp, getSiteHash, listIndexedFiles } from '../queries/sync-state'
import type { IndexedFile } from '../schema/index-rows'
import type { Problem } from '../schema/problems'
import { TREE_VERSION } from '../schema/tree'
import { compileQuickly } from './compile'
import { readSources, type Source } from './files'
import { type Packed, pack } from './packed'
import { findFastParser } from './parsers'
import { unwrittenOf } from './rows'
import { checkTogether } from './together'

export interface SyncResult {
  files: number
  added: number
  changed: number
  removed: number
  unchanged: number
  seconds: number
  /** Anything here, and nothing was written. */
  problems: Problem[]
  /** What is odd and no mistake: an event that is not there yet, a date that the log had otherwise. */
  notes: string[]
}

interface Folders {
  content: string
  pictures: string
}

/**
 * Brings the index to what the files say: reads and hashes all, compiles what is new, and writes everything in one
 * transaction, or nothing where one file is broken. A sync that another one has overtaken begins again.
 */
export async function syncContent(folders: Folders = { content: 'content', pictures: 'public' }): Promise<SyncResult> {
  const start = performance.now()
  const { sources, problems } = readSources(folders.content)
  const site = readSite(folders.content)
  problems.push(...site.problems)
  const stamp = await getIndexStamp()
  const [index, siteHash] = await Promise.all([listIndexedFiles(), getSiteHash()])

  const { stale, fresh, gone } = compare(sources, index)
  const compiled = await compileAll(stale, folders.pictures, problems)
  const together = await checkTogether({ sources, compiled, fresh, gone, folders, site: site.site })
  problems.push(...together.problems)

  const known = new Set(index.map(({ file }) => file))
  const added = stale.filter(({ file }) => !known.has(file)).length
  const result = {
    files: sources.length,
    added,
    changed: stale.length - added,
    removed: gone.length,
    unchanged: fresh.length,
    problems,
    notes: together.notes,
  }
  if (problems.length === 0 && site.site) {
    const changes = { documents: await unwrittenOf(compiled, site.site.timeZone), gone: gone.map(({ file }) => file) }
    const written = await writeContent(changes, { siteHash: site.hash, hasSiteMoved: site.hash !== siteHash, stamp })
    if (!written.ok) return syncContent(folders)
    result.notes.push(...written.notes)
  }
  await keepProblems(problems)
  return { ...result, seconds: (performance.now() - start) / 1000 }
}

function compare(sources: Source[], index: IndexedFile[]) {
  const known = new Map(index.map((row) => [row.file, row]))
  const isFresh = ({ file, hash }: Source) => {
    const row = known.get(file)
    return row?.sourceHash === hash && row.treeVersion === TREE_VERSION
  }
  const present = new Set(sources.map(({ file }) => file))
  const freshFiles = new Set(sources.filter(isFresh).map(({ file }) => file))
  return {
    stale: sources.filter((source) => !freshFiles.has(source.file)),
    fresh: index.filter(({ file }) => freshFiles.has(file)),
    gone: index.filter(({ file }) => !present.has(file)),
  }
}

async function compileAll(sources: Source[], pictures: string, problems: Problem[]): Promise<Packed[]> {
  const all: Packed[] = []
  const fast = await findFastParser()
  for (const source of sources) {
    const outcome = await compileQuickly(source, pictures, fast)
    if ('compiled' in outcome) all.push(pack(outcome.compiled))
    else problems.push(...outcome.problems)
    // Thousands of texts are as much memory as their trees; this one has been read.
    source.text = ''
  }
  return all
}
