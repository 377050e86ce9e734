import { statSync } from 'node:fs'
import { importPeopleFile } from '@/features/people/import/people'
import { importLandscape } from '@/features/projects/import/landscape'
import { importPretalx } from '@/features/proposals/import/pretalx'
import { importReviews } from '@/features/proposals/import/reviews'
import { importScheduleXml } from '@/features/proposals/import/schedule-xml'
import { importSessionize } from '@/features/proposals/import/sessionize'
import type { FilesImporter, Importer } from '@/lib/importing'

/** What reads foreign files, by the word that the command line has for each kind. */
export const IMPORTERS: Readonly<Record<string, FilesImporter>> = {
  people: ofOne(importPeopleFile),
  landscape: ofOne(importLandscape),
  sessionize: importSessionize,
  pretalx: importPretalx,
  reviews: importReviews,
  'schedule-xml': importScheduleXml,
}

function ofOne(read: Importer): FilesImporter {
  return async ([file = '', ...others], options) => {
    if (others.length === 0 && statSync(file, { throwIfNoEntry: false })?.isFile()) return read(file, options)
    const summary = others.length > 0 ? 'Give one file of this kind.' : `There is no file ${file}.`
    return { ok: false, changes: [], notes: [], summary }
  }
}
