import type { Candidate, DecisionRoom, Room, Sitting } from '../schema'

export interface Over {
  name: string
  codes: string[]
}

/** Who would give more sessions than one person may. `isIn` says what is in the programme. */
export function speakersOver(
  { sessionsPerPerson, proposals }: DecisionRoom,
  isIn = (one: Sitting) => one.isIn,
): Over[] {
  if (sessionsPerPerson === null) return []
  const own = new Map<string, Over>()
  for (const one of proposals.filter(isIn))
    for (const { id, name } of one.speakers) {
      const over = own.get(id)
      if (over) over.codes.push(one.code)
      else own.set(id, { name, codes: [one.code] })
    }
  return [...own.values()].filter(({ codes }) => codes.length > sessionsPerPerson)
}

/** Room that is left once what is accepted has its place, and who could have it: undecided, with a score. */
export function openProgramme(
  { formats, tracks, sessionsPerPerson, proposals }: DecisionRoom,
  scores: Map<string, number>,
  isOpen: (code: string) => boolean,
): { candidates: Candidate[]; room: Room } {
  const left = (places: DecisionRoom['formats']) =>
    new Map(
      places.flatMap(({ id, slots, taken }) => (slots === null ? [] : [[id, Math.max(0, slots - taken)] as const])),
    )
  const speakers = new Map<string, number>()
  if (sessionsPerPerson !== null)
    for (const { isIn, speakers: people } of proposals)
      if (isIn) for (const { id } of people) speakers.set(id, Math.max(0, (speakers.get(id) ?? sessionsPerPerson) - 1))
  const candidates = proposals.flatMap(({ code, formatId, trackId, speakers: people }): Candidate[] => {
    const value = scores.get(code)
    if (value === undefined || !isOpen(code)) return []
    return [{ code, value, format: formatId, track: trackId, speakers: people.map(({ id }) => id) }]
  })
  return { candidates, room: { formats: left(formats), tracks: left(tracks), speakers, usual: sessionsPerPerson } }
}
