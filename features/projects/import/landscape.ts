import { readFileSync } from 'node:fs'
import path from 'node:path'
import { lineOf, type Problem } from '@/features/content/schema/problems'
import type { Importer, ImportReport } from '@/lib/importing'
import { importProjects } from '../commands/import-landscape'
import type { MoveConflict } from '../rules/merge'
import { withOneSpelling } from './audits'
import { readLandscape } from './items'
import { type Note, readNodes } from './nodes'

/** `npm run import -- landscape FILE`: projects, and the dated moves of each, from a landscape.yml. */
export const importLandscape: Importer = async (file, { isDryRun }): Promise<ImportReport> => {
  const begun = performance.now()
  const name = path.basename(file)
  const problems: Problem[] = []
  const note: Note = (place, message) => problems.push({ file: name, ...place, message })
  const root = readNodes(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), note)
  const read = root && readLandscape(root, note)
  const projects = read ? withOneSpelling(read.projects, note) : []
  if (!read || projects.length === 0) {
    return { ok: false, changes: [], notes: notesOf(problems), summary: 'No project was found; nothing was written.' }
  }
  const written = await importProjects(projects, { file: name, isDryRun })
  for (const [at, { slug, conflicts }] of written.plans.entries()) {
    const place = projects[at]?.place ?? { line: 1, column: 1 }
    for (const conflict of conflicts) note(place, sentenceOf(slug, conflict))
  }
  const kept = written.unnamed.map((slug) => `${name}: no longer names ${slug}; it was kept`)
  const moves = projects.reduce((sum, { source }) => sum + source.moves.length, 0)
  const seconds = ((performance.now() - begun) / 1000).toFixed(2)
  const counts = `${read.items} items, ${projects.length} projects, ${moves} dated moves`
  const news = written.lines.length === 0 ? 'no change' : `${written.lines.length} changes`
  return {
    ok: true,
    changes: written.lines,
    notes: [...notesOf(problems), ...kept],
    summary: `${counts}: ${news} in ${seconds} s.`,
  }
}

function notesOf(problems: Problem[]): string[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column).map(lineOf)
}

function sentenceOf(slug: string, { level, kept, found }: MoveConflict): string {
  const file = `content/projects/${slug}.mdx`
  return kept
    ? `${slug}: ${level} on ${found}; ${file} says ${kept}, and its date was kept`
    : `${slug}: ${level} on ${found}, of which ${file} says nothing; it was taken`
}
