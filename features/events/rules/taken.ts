import type { CallView, EventView } from '../schema'

/** What of an event's formats, tracks and languages one of its calls takes; without a call all of them. */
export function takenBy(
  event: Pick<EventView, 'formats' | 'tracks' | 'languages'>,
  call: Pick<CallView, 'takes'> | null,
): Pick<EventView, 'formats' | 'tracks' | 'languages'> {
  const among = (names: string[] = [], name: string) => names.length === 0 || names.includes(name)
  return {
    formats: event.formats.filter(({ slug }) => among(call?.takes.formats, slug)),
    tracks: event.tracks.filter(({ slug }) => among(call?.takes.tracks, slug)),
    languages: event.languages.filter((code) => among(call?.takes.languages, code)),
  }
}
