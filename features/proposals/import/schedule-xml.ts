import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { ForeignStanding, PortableProposal, PortableSlot, Read } from '../schema/portable'
import { eventOf, type Gathered, nothing } from './build'
import { emailIn, languageIn, lineIn, proseIn } from './fields'
import type { Reading, SourceFile } from './files'
import { fileImporter, type ReadFiles } from './import-files'
import { isScheduleJson, type Placed, placedIn } from './schedule-json'
import { Schedule, type ScheduledEvent, type ScheduledPerson } from './schedule-shape'
import { idOf, slotOf } from './schedule-times'

const MANY = new Set(['day', 'room', 'event', 'person', 'track'])
const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name, path) => MANY.has(name) && !/\.event\.(room|track)$/.test(String(path)),
})

const CONFIRMED: ForeignStanding = {
  isDraft: false,
  isWithdrawn: false,
  decision: 'accepted',
  isAnnounced: true,
  answer: 'confirmed',
  isCancelled: false,
}

/**
 * A schedule.xml or schedule.json (frab, pretalx, c3voc): its sessions as confirmed proposals, its times and rooms as
 * slots of the draft schedule. A talk that is given twice is one proposal; what nobody gives is a break. A session whose
 * code is one of this event's, or was imported from pretalx, is that one.
 */
export const readScheduleXml: ReadFiles = (files, { reading, timeZone }) => {
  const found = nothing()
  const slots: Read<PortableSlot>[] = []
  const rooms = new Set<string>()
  const codes: Record<string, string> = {}
  for (const { place, event, room } of files.flatMap((file) => eventsIn(file, reading))) {
    const name = lineIn(room, 80, reading, `${place}, room`)
    const slot = slotOf(place, event, name, { reading, timeZone })
    if (!slot) continue
    rooms.add(name)
    const persons = event.persons?.person ?? []
    const proposal = persons.length > 0 ? proposalOf(place, event, found, reading) : null
    if (proposal && event['@_code']) codes[proposal] ??= event['@_code']
    slots.push({ place, thing: { ...slot, proposal } })
  }
  return { ...eventOf({ ...found, slots }, reading), rooms: [...rooms], codes }
}

function eventsIn(file: SourceFile, reading: Reading): Placed[] {
  if ('json' in file && isScheduleJson(file.json)) return placedIn(file.name, file.json, reading)
  if (!('xml' in file)) {
    reading.problem(file.name, 'this is neither XML nor a schedule.json')
    return []
  }
  const sound = XMLValidator.validate(file.xml)
  if (sound !== true) {
    reading.problem(`${file.name}:${sound.err.line}`, `not XML: ${sound.err.msg}`)
    return []
  }
  const parsed = Schedule.safeParse(parser.parse(file.xml))
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues)
      reading.problem(`${file.name}: ${path.map(String).join('/').replaceAll('@_', '@')}`, message)
    return []
  }
  return parsed.data.schedule.day.flatMap((day) =>
    day.room.flatMap((room) =>
      room.event.map((event) => ({ place: `${file.name}: event ${event['@_id']}`, event, room: room['@_name'] })),
    ),
  )
}

/** The id of the proposal that this event gives: the one before with the same words and people, or its own. */
function proposalOf(place: string, event: ScheduledEvent, found: Gathered, reading: Reading): string {
  const persons = event.persons?.person ?? []
  const proposal: PortableProposal & { speakers: string[] } = {
    id: idOf(event),
    title: lineIn(event.title, 200, reading, `${place}, title`),
    abstract: proseIn(
      [event.subtitle, event.abstract, event.description].filter(Boolean).join('\n\n'),
      20_000,
      reading,
      `${place}, abstract`,
    ),
    format: lineIn(event.type, 80, reading, `${place}, type`) || null,
    track: lineIn(event.track, 80, reading, `${place}, track`) || null,
    level: null,
    tags: [],
    language: languageIn(event.language, reading, `${place}, language`),
    submittedAt: null,
    standing: CONFIRMED,
    speakers: [...new Set(persons.map(personId))],
    answers: {},
  }
  const sameAs = ({ title, abstract, speakers }: typeof proposal) => JSON.stringify([title, abstract, speakers])
  const before = found.proposals.find(({ thing }) => sameAs(thing) === sameAs(proposal))
  if (before) return before.thing.id
  found.proposals.push({ place, thing: proposal })
  for (const person of persons)
    found.speakers.push({
      place,
      thing: {
        id: personId(person),
        name: lineIn(person['#text'], 120, reading, `${place}, person`),
        email: emailIn(person['@_email'], reading, `${place}, person`),
        ...{ bio: '', affiliation: '', links: {}, picture: null, answers: {} },
      },
    })
  return proposal.id
}

const personId = (person: ScheduledPerson) => person['@_guid'] || person['@_code'] || person['@_id']

export const importScheduleXml = fileImporter('schedule-xml', readScheduleXml)
