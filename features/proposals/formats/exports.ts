import { spreadsheet } from '@/lib/csv'
import type { PortableEvent, Source } from '../schema/portable'
import { pretalxEvent } from './pretalx-event'
import { sessionizeEvent } from './sessionize-event'
import * as tables from './tables'

interface ExportFile {
  says: string
  /** Whose ids are in it; null: ours. */
  source: Source | null
  /** For who may know the speakers' addresses alone. */
  isOfSpeakers?: true
  write: (event: PortableEvent) => string
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
const table = (write: (event: PortableEvent) => Parameters<typeof spreadsheet>[0]) => (event: PortableEvent) =>
  spreadsheet(write(event))

/** The files that an event's proposals can be taken away in, by name. */
export const EXPORTS = {
  'proposals.csv': {
    says: 'Every submitted proposal, a line each, with its answers',
    source: null,
    write: table(tables.proposalTable),
  },
  'speakers.csv': {
    says: 'Who speaks, with address, bio and answers',
    source: null,
    isOfSpeakers: true,
    write: table(tables.speakerTable),
  },
  'sessionize.json': {
    says: 'Everything, as its “All data” view has it',
    source: 'sessionize',
    write: (event) => json(sessionizeEvent(event)),
  },
  'sessionize-sessions.csv': {
    says: 'The sessions as its table has them',
    source: 'sessionize',
    write: table(tables.sessionizeSessions),
  },
  'sessionize-speakers.csv': {
    says: 'The speakers as its table has them',
    source: 'sessionize',
    isOfSpeakers: true,
    write: table(tables.sessionizeSpeakers),
  },
  'pretalx.json': {
    says: 'Everything, as its API has it',
    source: 'pretalx',
    write: (event) => json(pretalxEvent(event)),
  },
  'pretalx-sessions.csv': {
    says: 'The sessions as its organisers export them',
    source: 'pretalx',
    write: table(tables.pretalxSessions),
  },
  'pretalx-speakers.csv': {
    says: 'The speakers as its organisers export them',
    source: 'pretalx',
    isOfSpeakers: true,
    write: table(tables.pretalxSpeakers),
  },
} as const satisfies Record<string, ExportFile>

export type ExportName = keyof typeof EXPORTS
export const isExport = (name: string): name is ExportName => Object.hasOwn(EXPORTS, name)
/** The row of a file, in the common shape. */
export const exportFile = (name: ExportName): ExportFile => EXPORTS[name]
