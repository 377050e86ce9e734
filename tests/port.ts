import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Actor } from '@/features/access/schema'
import { exportEvent } from '@/features/proposals/queries/portable'
import { eyesOf } from '@/features/proposals/queries/redacted'
import type { Source } from '@/features/proposals/schema/portable'
import { entered } from './proposals'

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
