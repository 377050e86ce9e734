/** What things may be filtered by: the values that each has, by the name that the address gives the filter. */
export type Facets<T, Name extends string> = Record<Name, (thing: T) => readonly string[]>
/** What is chosen of each; nothing chosen lets everything through. */
export type Chosen<Name extends string> = Partial<Record<Name, string>>

/** The choices that an address makes, empty ones left out. */
export function chosenOf<Name extends string>(
  names: readonly Name[],
  params: Readonly<Record<string, string | string[] | undefined>>,
): Chosen<Name> {
  const chosen: Chosen<Name> = {}
  for (const name of names) {
    const value = params[name]
    if (typeof value === 'string' && value !== '') chosen[name] = value
  }
  return chosen
}

/** The things that have all that is chosen. */
export function fitting<T, Name extends string>(things: T[], facets: Facets<T, Name>, chosen: Chosen<Name>): T[] {
  return things.filter((thing) => namesOf(facets).every((name) => fits(thing, facets, name, chosen)))
}

/**
 * For each filter how many things each of its values would leave, given what is chosen in the others. `weigh`: how many
 * things one entry stands for.
 */
export function countFacets<T, Name extends string>(
  things: T[],
  facets: Facets<T, Name>,
  chosen: Chosen<Name>,
  weigh: (thing: T) => number = () => 1,
): Record<Name, Map<string, number>> {
  const counts = Object.fromEntries(
    namesOf(facets).map((name) => {
      const others = namesOf(facets).filter((other) => other !== name)
      const left = things.filter((thing) => others.every((other) => fits(thing, facets, other, chosen)))
      const values = new Map<string, number>()
      for (const thing of left) {
        for (const value of facets[name](thing)) values.set(value, (values.get(value) ?? 0) + weigh(thing))
      }
      return [name, values]
    }),
  )
  return counts as Record<Name, Map<string, number>>
}

function fits<T, Name extends string>(thing: T, facets: Facets<T, Name>, name: Name, chosen: Chosen<Name>): boolean {
  const value = chosen[name]
  return value === undefined || facets[name](thing).includes(value)
}

function namesOf<Name extends string>(facets: Record<Name, unknown>): Name[] {
  return Object.keys(facets) as Name[]
}

/** A path with these choices, in the order in which addresses are kept; empty ones left out. */
export function addressOf(path: string, choices: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(choices).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []))
  const query = new URLSearchParams(pairs.sort(([a], [b]) => (a < b ? -1 : 1))).toString()
  return query ? `${path}?${query}` : path
}
