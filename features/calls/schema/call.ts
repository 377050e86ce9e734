/** The kinds of calls that everybody knows; an event may name others. */
export const CALL_KINDS = {
  talks: 'Talks',
  'lightning-talks': 'Lightning talks',
  workshops: 'Workshops',
  panels: 'Panels',
  tutorials: 'Tutorials',
  posters: 'Posters',
} as const

/** What a call is called: its own name, that of its kind, or the kind itself. */
export function callName({ kind, name }: { kind: string; name: string }): string {
  return name || Object.entries(CALL_KINDS).find(([known]) => known === kind)?.[1] || kind
}

/** The zone of a deadline that has passed only when its day is over in the last place on Earth: UTC−12. */
export const ANYWHERE_ON_EARTH = 'Etc/GMT+12'

export const KIND_CHOICES = Object.entries(CALL_KINDS).map(([value, label]) => ({ value, label }))
