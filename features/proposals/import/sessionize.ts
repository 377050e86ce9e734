import { eventOf, nothing } from './build'
import { fileImporter, type ReadFiles } from './import-files'
import { readSessionizeTable } from './sessionize-csv'
import { isSessionizeJson, readSessionizeJson } from './sessionize-json'

/** The “All data” JSON of Sessionize, and its tables of sessions and speakers; several files make one event. */
export const readSessionize: ReadFiles = (files, context) => {
  const found = nothing()
  for (const file of files) {
    if ('rows' in file) readSessionizeTable(file, found, context)
    else if ('json' in file && isSessionizeJson(file.json)) readSessionizeJson(file.name, file.json, found, context)
    else
      context.reading.problem(
        file.name,
        'this is not the “All data” view of Sessionize: it has no sessions and speakers',
      )
  }
  return eventOf(found, context.reading)
}

export const importSessionize = fileImporter('sessionize', readSessionize)
