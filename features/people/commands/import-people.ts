import { toTerm } from '@/features/ambassadors/queries/terms'
import { firstTerm, standingOf } from '@/features/ambassadors/rules'
import { audit } from '@/lib/audit'
import { db, type Tx } from '@/lib/db'
import { everything } from '@/lib/purge'
import { readAliases, readDirectory, readMatched } from '../queries/import'
import { listProjectNames, shownOf } from '../queries/profile'
import { audiencesOf, EMPTY, joinProfile, nameKey, projectFinder } from '../rules'
import { handleKeys, type ImportedPerson, type Known, type Match, matchPerson, mergeProfile } from '../rules/imported'
import { keepAliases } from './aliases'
import { type PersonToWrite, writeImported } from './write-imported'

export interface ImportChoices {
  isDryRun: boolean
  /** What somebody has decided about doubtful records: the number, and whose slug it is, or `new`. */
  same: Map<number, string>
  /** Spellings of projects to be kept from now on. */
  aliases: { spelling: string; slug: string }[]
}

export interface Imported {
  lines: string[]
  notes: { line: number; text: string }[]
  counts: { created: number; changed: number; unchanged: number; doubtful: number; terms: number }
}

type Note = (line: number, text: string) => void

/**
 * Brings people up to what a file says, in one transaction, or works it out. Duties: match by handles alone; leave what
 * is doubtful; respect what people say of themselves and keep back; begin terms of ambassadors; keep spellings; audit.
 */
export function importPeople(people: ImportedPerson[], choices: ImportChoices, now = new Date()): Promise<Imported> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('import:people'))`
      const notes: Imported['notes'] = []
      const note: Note = (line, text) => notes.push({ line, text })
      const kept = await keepAliases(tx, choices.aliases, choices.isDryRun)
      const find = projectFinder(await listProjectNames(tx), [
        ...(await readAliases(tx)),
        ...choices.aliases.map(({ spelling, slug }) => ({ alias: spelling, slug })),
      ])
      const matches = await matchAll(tx, people, choices.same, note)
      const known = await readMatched(
        tx,
        matches.flatMap(({ match }) => (match.is === 'known' ? match.id : [])),
      )
      const counts = {
        created: 0,
        changed: 0,
        unchanged: 0,
        doubtful: matches.filter(({ match }) => match.is === 'doubtful').length,
        terms: 0,
      }
      const lines = [...kept]
      const toWrite: PersonToWrite[] = []
      for (const { person, match } of matches) {
        if (match.is === 'doubtful') continue
        const slugs = person.projects.flatMap((text) => {
          const project = find(text)
          if (!project)
            note(
              person.line,
              `record ${person.number}, projects: “${text}” names no project; dropped. To keep it: --alias "${text}=SLUG"`,
            )
          return project?.slug ?? []
        })
        const plan = planFor(
          { ...person, projects: [...new Set(slugs)] },
          match.is === 'known' ? known.get(match.id) : undefined,
          now,
        )
        if (plan.line) lines.push(plan.line)
        counts[plan.is]++
        if (plan.term) counts.terms++
        if (plan.is !== 'unchanged') toWrite.push({ ...plan.write, name: person.name })
      }
      if (!choices.isDryRun) await writeImported(tx, toWrite)
      if (!choices.isDryRun && lines.length > 0) {
        const detail = { created: counts.created, changed: counts.changed }
        await audit.record(tx, {
          actor: { kind: 'system' },
          verb: 'import',
          resource: 'people',
          resourceId: 'people',
          detail,
        })
        await everything(tx)
      }
      return { lines, notes, counts }
    },
    { maxWait: 10_000, timeout: 300_000 },
  )
}

async function matchAll(tx: Tx, people: ImportedPerson[], same: Map<number, string>, note: Note) {
  const directory = await readDirectory(tx)
  const namesInFile = new Map<string, number>()
  for (const { name } of people) namesInFile.set(nameKey(name), (namesInFile.get(nameKey(name)) ?? 0) + 1)
  const taken = new Map<string, number>()
  /** What somebody has decided, as far as no handle says otherwise. */
  const chosenMatch = (person: ImportedPerson): Match | null => {
    const chosen = same.get(person.number)
    const owner = chosen && directory.bySlug.get(chosen)
    const others = handleKeys(person).flatMap((key) => directory.byHandle.get(key) ?? [])
    if (others.some(({ id }) => !owner || id !== owner.id)) return null
    if (owner) return { is: 'known', id: owner.id }
    return chosen === 'new' ? { is: 'new' } : null
  }
  return people.map((person): { person: ImportedPerson; match: Match } => {
    const chosen = same.get(person.number)
    const chosenPerson = chosen && directory.bySlug.get(chosen)
    if (chosen && chosen !== 'new' && !chosenPerson)
      note(person.line, `record ${person.number}: nobody has the slug ${chosen}`)
    const match = chosenMatch(person) ?? matchPerson(person, { ...directory, namesInFile })
    if (match.is === 'doubtful') note(person.line, doubt(person, match.why, match.candidates))
    const before = match.is === 'known' ? taken.get(match.id) : undefined
    if (before !== undefined) {
      note(person.line, `record ${person.number} is ${person.name} of record ${before} again; left out`)
      return { person, match: { is: 'doubtful', why: 'again', candidates: [] } }
    }
    if (match.is === 'known') taken.set(match.id, person.number)
    return { person, match }
  })
}

function doubt({ number, name }: ImportedPerson, why: string, candidates: Known[]): string {
  const who = candidates.map(({ slug }) => `/people/${slug}`).join(', ')
  const choices = [...candidates.map(({ slug }) => slug), 'new'].map((slug) => `--same ${number}=${slug}`).join(' or ')
  return `record ${number}, ${name}: doubtful, ${why}${who && ` (${who})`}; left out. Decide with ${choices}`
}

type KnownRow = Awaited<ReturnType<typeof readMatched>> extends Map<string, infer Row> ? Row : never

function planFor(person: ImportedPerson, row: KnownRow | undefined, now: Date) {
  const today = now.toISOString().slice(0, 10)
  const withheld = row?.withheld ?? []
  const values = row ? joinProfile(shownOf(row), withheld, 'nobody') : EMPTY
  const speaksForThemselves = row !== undefined && (row.emailVerified !== null || row._count.accounts > 0)
  const standing = { values, withheld: withheld.map(({ field }) => field), speaksForThemselves }
  const merged = mergeProfile(standing, person)
  const email = row?.email ? null : person.email
  const isAmbassador = standingOf((row?.terms ?? []).map(toTerm), today) === 'current'
  const term = person.isAmbassador && !isAmbassador ? firstTerm(today).endsOn : null
  const news = [...merged.changed, ...(email ? ['email'] : []), ...(term ? [`ambassador until ${term}`] : [])]
  const is = !row ? ('created' as const) : news.length > 0 ? ('changed' as const) : ('unchanged' as const)
  const profile = merged.changed.length > 0 ? { values: merged.values, audiences: audiencesOf(withheld) } : null
  const mark = row ? `~ ${row.slug}` : `+ ${person.name} (record ${person.number})`
  return {
    ...{ is, term },
    write: { id: row?.id ?? null, email, profile, termEndsOn: term },
    line: is === 'unchanged' ? null : `${mark}: ${news.join(', ') || 'the name alone'}`,
  }
}
