import { enter } from '@/features/access/queries'
import type { FilesImporter, ImportReport } from '@/lib/importing'
import { importEvent } from '../commands/import-event'
import type { ForeignEvent, Source } from '../schema/portable'
import { filesAt, Reading, readSources, type SourceFile } from './files'

export type ReadFiles = (files: SourceFile[], context: { reading: Reading; timeZone: string }) => ForeignEvent

/** `npm run import -- KIND FILE… --event SLUG`: reads all files first; one problem in any of them, and nothing is written. */
export function fileImporter(source: Source, readFiles: ReadFiles): FilesImporter {
  return async (paths, { isDryRun, event: slug }): Promise<ImportReport> => {
    const begun = performance.now()
    const refuse = (notes: string[], why: string): ImportReport => ({ ok: false, changes: [], notes, summary: why })
    if (!slug) return refuse([], 'Say which event it is for: --event SLUG. Nothing was written.')
    const entry = await enter('open', { kind: 'visitor' }, slug)
    if (!entry.ok || !entry.event) return refuse([], `There is no event ${slug}. Nothing was written.`)
    const files = filesAt(paths)
    if (!files) return refuse([], 'One of these files is not there, or the folder holds none. Nothing was written.')
    const reading = new Reading()
    const sources = readSources(files, reading)
    const foreign = readFiles(sources, { reading, timeZone: entry.event.timeZone })
    if (reading.problems.length === 0 && foreign.proposals.length + foreign.slots.length + foreign.reviews.length === 0)
      reading.problem(files.join(', '), 'there is no proposal in it')
    if (reading.problems.length > 0)
      return refuse(
        [...reading.problems, ...reading.notes],
        `${count(reading.problems, 'problem')}: nothing was written.`,
      )
    const { lines, notes, counts } = await importEvent(entry.event, source, foreign, { isDryRun })
    const { created, changed, unchanged, moved, reviews } = counts
    const read = foreign.reviews.length > 0 ? ` ${count(foreign.reviews, 'review')}: ${reviews} written.` : ''
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    return {
      ok: true,
      changes: lines,
      notes: [...reading.notes, ...notes],
      summary: `${count(foreign.proposals, 'proposal')}, ${count(foreign.speakers, 'speaker')}: ${created} new, ${changed} changed, ${unchanged} unchanged, ${moved} moved, in ${seconds} s.${read}`,
    }
  }
}

const count = (things: unknown[], what: string) =>
  `${things.length.toLocaleString('en')} ${what}${things.length === 1 ? '' : 's'}`
