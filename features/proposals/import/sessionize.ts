import { eventOf, nothing } from './build'
import { fileImporter, type ReadFiles } from './import-files'
import { readSessionizeTable } from './sessionize-csv'
import { isSessionizeJson, readSessionizeJson } from './sessionize-json'
import { isSessionizeGrid, readSessionizeGrid } from './sessionize-times'

/** The “All data” and “GridSmart” JSON of Sessionize, and its tables of sessions and speakers; several make one event. */
export const readSessionize: ReadFiles = (files, context) => {
  const found = nothing()
  for (const file of files) {
    if ('rows' in file) readSessionizeTable(file, found, context)
    else if ('json' in file && isSessionizeJson(file.json)) readSessionizeJson(file.name, file.json, found, context)
    else if ('json' in file && isSessionizeGrid(file.json)) readSessionizeGrid(file.name, file.json, found, context)
    else
      context.reading.problem(
        file.name,
        'this is not the “All data” view of Sessionize, which has sessions and speakers, nor its “GridSmart” view',
      )
  }
  return eventOf(found, context.reading)
}

export const importSessionize = fileImporter('sessionize', readSessionize)
