import { eventOf, nothing } from './build'
import { fileImporter, type ReadFiles } from './import-files'
import { readPretalxTable } from './pretalx-csv'
import { readPretalxJson } from './pretalx-json'
import { isScheduleJson, readPretalxSchedule } from './schedule-json'

/** What pretalx's API answers (submissions, speakers, reviews, …), its schedule.json, and its organisers' tables. */
export const readPretalx: ReadFiles = (files, context) => {
  const found = nothing()
  const json = files.flatMap((file) => ('json' in file && !isScheduleJson(file.json) ? [file] : []))
  if (json.length > 0) readPretalxJson(json, found, context)
  for (const file of files) {
    if ('rows' in file) readPretalxTable(file, found, context)
    if ('json' in file && isScheduleJson(file.json)) readPretalxSchedule(file.name, file.json, found, context)
    if ('xml' in file) context.reading.problem(file.name, 'this is XML; a schedule.xml has an importer of its own')
  }
  return eventOf(found, context.reading)
}

export const importPretalx = fileImporter('pretalx', readPretalx)
