import { EMPTY, nameKey } from '../rules'
import type { ProfileField, ProfileValues } from '../schema/fields'
import { type Links, STABLE } from '../schema/handles'

/** A person as a foreign file has them. Empty where it says nothing; projects as the file spells them. */
export interface ImportedPerson extends Pick<ProfileValues, ImportedField> {
  number: number
  line: number
  name: string
  email: string | null
  links: Links
  isAmbassador: boolean
}

type ImportedField = 'affiliation' | 'bio' | 'pronouns' | 'country' | 'city' | 'languages' | 'expertise' | 'projects'

/** By what somebody is known for good: `github ada`. Never a name. */
export function handleKeys({ email, links }: Pick<ImportedPerson, 'email' | 'links'>): string[] {
  const known = STABLE.flatMap((kind) => (links[kind] ? [`${kind} ${links[kind]}`] : []))
  return email ? [`email ${email}`, ...known] : known
}

/** Records that share a handle are one person: the first, with what only a later one says. */
export function joinTwins(people: ImportedPerson[]): {
  people: ImportedPerson[]
  twins: [ImportedPerson, ImportedPerson][]
} {
  const owners = new Map<string, ImportedPerson>()
  const joined: ImportedPerson[] = []
  const twins: [ImportedPerson, ImportedPerson][] = []
  for (const person of people) {
    const first = handleKeys(person).flatMap((key) => owners.get(key) ?? [])[0]
    if (!first) joined.push(person)
    else {
      twins.push([person, first])
      fillGaps(first, person)
    }
    for (const key of handleKeys(first ?? person)) owners.set(key, first ?? person)
  }
  return { people: joined, twins }
}

function fillGaps(into: ImportedPerson, from: ImportedPerson): void {
  into.links = { ...from.links, ...into.links }
  into.email ??= from.email
  into.isAmbassador ||= from.isAmbassador
  for (const field of ['affiliation', 'bio', 'pronouns', 'country', 'city'] as const) into[field] ||= from[field]
  for (const field of ['languages', 'expertise', 'projects'] as const)
    if (into[field].length === 0) into[field] = from[field]
}

export interface Known {
  id: string
  slug: string
  name: string
}
export type Match = { is: 'known'; id: string } | { is: 'new' } | { is: 'doubtful'; why: string; candidates: Known[] }

interface Directory {
  /** By handle key. */
  byHandle: Map<string, Known>
  /** By the key of the name. */
  byName: Map<string, Known[]>
  /** How often a name is in the file. */
  namesInFile: Map<string, number>
}

/** Whom a record means. A name alone never says; one that fits makes a record doubtful. */
export function matchPerson(person: ImportedPerson, { byHandle, byName, namesInFile }: Directory): Match {
  const keys = handleKeys(person)
  const owners = new Map(keys.flatMap((key) => byHandle.get(key) ?? []).map((known) => [known.id, known]))
  const [only, ...others] = owners.values()
  if (only && others.length === 0) return { is: 'known', id: only.id }
  if (only) return { is: 'doubtful', why: 'its handles are those of several people', candidates: [only, ...others] }
  const namesakes = byName.get(nameKey(person.name)) ?? []
  if (namesakes.length > 0) return { is: 'doubtful', why: 'the name is known, but no handle', candidates: namesakes }
  if (keys.length === 0 && (namesInFile.get(nameKey(person.name)) ?? 0) > 1)
    return { is: 'doubtful', why: 'the name is in the file twice, and there is no handle', candidates: [] }
  return { is: 'new' }
}

interface Standing {
  values: ProfileValues
  /** Fields that their person keeps from the public: a file never shows them again. */
  withheld: string[]
  /** They have signed in and speak for themselves: a file only fills what they have left empty. */
  speaksForThemselves: boolean
}

/** A profile after an import, and the fields that change. `projects` are slugs. */
export function mergeProfile(
  { values, withheld, speaksForThemselves }: Standing,
  { links, ...person }: ImportedPerson & { projects: string[] },
): { values: ProfileValues; changed: ProfileField[] } {
  const { affiliation, bio, pronouns, country, city, languages, expertise, projects } = person
  const said: Partial<ProfileValues> = {
    affiliation,
    bio,
    pronouns,
    country,
    city,
    languages,
    expertise,
    projects,
    ...links,
  }
  const merged = { ...values }
  const changed: ProfileField[] = []
  for (const field of Object.keys(said) as (keyof typeof said)[]) {
    const [before, after] = [values[field], said[field]]
    const isNews = after !== undefined && !isEmpty(after) && !isSame(before, after)
    if (!isNews || withheld.includes(field) || (speaksForThemselves && !isSame(before, EMPTY[field]))) continue
    Object.assign(merged, { [field]: after })
    changed.push(field)
  }
  return { values: merged, changed }
}

function isEmpty(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0)
}

function isSame(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) => (Array.isArray(value) ? [...value].sort().join('\n') : value)
  return plain(a) === plain(b)
}
