import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Actor } from '@/features/access/schema'
import { type ExportName, exportFile } from '@/features/proposals/formats/exports'
import { importPretalx } from '@/features/proposals/import/pretalx'
import { importSessionize } from '@/features/proposals/import/sessionize'
import { exportEvent } from '@/features/proposals/queries/portable'
import { eyesOf } from '@/features/proposals/queries/redacted'
import type { Source } from '@/features/proposals/schema/portable'
import type { FilesImporter } from '@/lib/importing'
import { entered } from './proposals'

/** Every way out, with the way back in. */
export const WAYS: [string, FilesImporter, ExportName[]][] = [
  ['sessionize.json', importSessionize, ['sessionize.json']],
  ['Sessionize’s tables', importSessionize, ['sessionize-sessions.csv', 'sessionize-speakers.csv']],
  ['pretalx.json', importPretalx, ['pretalx.json']],
  ['pretalx’s tables', importPretalx, ['pretalx-sessions.csv', 'pretalx-speakers.csv']],
]

export const fixture = (name: string) => path.join(import.meta.dirname, 'fixtures/import', name)

/** These files in a folder of their own. */
export function aFolder(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-import-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content)
  return folder
}

/** What this actor exports of an event. */
export async function exported(event: { slug: string }, actor: Actor, source: Source | null) {
  return exportEvent(await eyesOf(await entered(event), actor), source)
}

/** The files that this actor exports of an event, by name. */
export async function exportedFiles(event: { slug: string }, actor: Actor, names: ExportName[]) {
  const files: Record<string, string> = {}
  for (const name of names) {
    const { source, write } = exportFile(name)
    files[name] = write(await exported(event, actor, source))
  }
  return files
}
