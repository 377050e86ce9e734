import { importPeopleFile } from '@/features/people/import/people'
import { importLandscape } from '@/features/projects/import/landscape'
import type { Importer } from '@/lib/importing'

/** What reads foreign files, by the word that the command line has for each kind. */
export const IMPORTERS: Readonly<Record<string, Importer>> = {
  people: importPeopleFile,
  landscape: importLandscape,
}
