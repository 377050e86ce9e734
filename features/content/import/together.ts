import { publicFiles } from '../queries/addresses'
import { listElsewhere, listImportedProjects, listKnown, listNamesElsewhere } from '../queries/sync-state'
import { judge, type Known, keyOf, TAKEN_OF } from '../schema/addresses'
import type { IndexedFile } from '../schema/index-rows'
import { pathOf } from '../schema/kinds'
import { lineOf, type Problem } from '../schema/problems'
import type { Site } from '../schema/site'
import { compile } from './compile'
import type { Reference } from './context'
import type { Source } from './files'
import type { Light } from './packed'

interface All {
  sources: Source[]
  compiled: Light[]
  /** Files that did not change, as the index has them. */
  fresh: IndexedFile[]
  gone: IndexedFile[]
  folders: { pictures: string }
  site: Site | null
}

/** What no file shows by itself: slugs twice, references that lead nowhere, people with two names. */
export async function checkTogether(all: All): Promise<{ problems: Problem[]; notes: string[] }> {
  const elsewhere = await listElsewhere()
  const problems = [
    ...twins(all, elsewhere),
    ...takenAddresses(all),
    ...orphans(all),
    ...unknownCriteria(all),
    ...(await namesThatDiffer(all.compiled)),
  ]
  const known = await knownTo(all, elsewhere)
  /** The first place that names each missing event. */
  const notes = new Map<string, string>()
  for (const { source, references } of all.compiled) judgeAll(source.file, references)
  for (const row of all.fresh) {
    if (row.links.some((link) => judge(link, known) === 'missing')) judgeAll(row.file, await referencesOf(row, all))
  }
  return { problems, notes: [...notes.values()] }

  function judgeAll(file: string, references: Reference[]) {
    for (const { path, place } of references) {
      const verdict = judge(path, known)
      const problem = { file, line: 1, column: 1, ...place, message: `leads to ${path}, which does not exist` }
      if (verdict === 'missing') problems.push(problem)
      if (verdict === 'no-such-event' && !notes.has(path)) {
        notes.set(path, lineOf({ ...problem, message: `names ${path}, which is not there yet` }))
      }
    }
  }
}

/** A file that has not changed is read again only to say where its broken reference stands. */
async function referencesOf({ file, links }: IndexedFile, { sources, folders }: All): Promise<Reference[]> {
  const source = sources.find((candidate) => candidate.file === file)
  const outcome = source && (await compile(source, folders.pictures))
  return outcome && 'compiled' in outcome
    ? outcome.compiled.references
    : links.map((path) => ({ path, place: undefined }))
}

async function knownTo({ sources, compiled, fresh, folders }: All, elsewhere: Elsewhere): Promise<Known> {
  const documents = new Set([
    ...[...elsewhere, ...fresh].map(({ kind, locale, slug }) => keyOf(kind, locale, slug)),
    ...compiled.map(({ source: { kind, locale }, slug }) => keyOf(kind, locale, slug)),
    // What a broken file would be called, so that others are not blamed for it.
    ...sources.filter(({ locale }) => locale === 'en').map(({ kind, locale, name }) => keyOf(kind, locale, name)),
  ])
  const addresses = [
    ...fresh.flatMap(({ links }) => links),
    ...compiled.flatMap(({ references }) => references.map(({ path }) => path)),
  ]
  const [{ people, events }, projects] = await Promise.all([
    listKnown(slugsIn(addresses, 'people'), slugsIn(addresses, 'events')),
    listImportedProjects(slugsIn(addresses, 'projects')),
  ])
  const named = compiled.flatMap((file) => file.people.map(({ slug }) => slug))
  return {
    documents,
    people: new Set([...people.map(({ slug }) => slug), ...named]),
    events: new Set(events),
    projects: new Set(projects),
    isFile: publicFiles(folders.pictures),
  }
}

function slugsIn(addresses: string[], folder: string): string[] {
  const pattern = new RegExp(`^(?:/zh)?/${folder}/([a-z0-9-]+)`)
  return [...new Set(addresses.flatMap((address) => pattern.exec(address)?.[1] ?? []))]
}

/** Texts that were not written in files: a guest's post has its slug as any other. */
type Elsewhere = Awaited<ReturnType<typeof listElsewhere>>

function twins({ compiled, fresh }: All, elsewhere: Elsewhere): Problem[] {
  const files = new Map(
    [...elsewhere, ...fresh].map(({ kind, locale, slug, file }) => [keyOf(kind, locale, slug), file]),
  )
  return compiled.flatMap(({ source: { kind, locale, file }, slug, places }) => {
    const key = keyOf(kind, locale, slug)
    const other = files.get(key)
    files.set(key, file)
    return other && other !== file
      ? [{ file, line: 1, column: 1, ...places.slug, message: `has the slug ${slug}, as ${other} has` }]
      : []
  })
}

function takenAddresses({ compiled }: All): Problem[] {
  return compiled
    .filter(({ source: { kind }, slug }) => TAKEN_OF[kind]?.includes(slug))
    .map(({ source: { file, kind }, slug, places }) => ({
      file,
      line: 1,
      column: 1,
      ...places.slug,
      message: `can’t be at ${pathOf(kind, slug)}: something else is`,
    }))
}

function orphans({ sources, compiled }: All): Problem[] {
  const originals = new Set(sources.filter(({ locale }) => locale === 'en').map(({ kind, name }) => `${kind} ${name}`))
  const places = new Map(compiled.map(({ source: { file }, places }) => [file, places.translationOf]))
  return sources
    .filter(({ locale, kind, name }) => locale !== 'en' && !originals.has(`${kind} ${name}`))
    .map(({ file, name }) => ({
      file,
      line: 1,
      column: 1,
      ...places.get(file),
      message: `translates ${name}.mdx, which does not exist`,
    }))
}

function unknownCriteria({ compiled, site }: All): Problem[] {
  if (!site) return []
  const known = new Set(Object.values(site.criteria).flatMap((all) => all.map(({ slug }) => slug)))
  return compiled.flatMap(({ source: { file }, criteria }) =>
    criteria
      .filter(({ slug }) => !known.has(slug))
      .map(({ slug, place }) => ({
        file,
        line: 1,
        column: 1,
        ...place,
        message: `${slug} is no criterion of site.yaml`,
      })),
  )
}

async function namesThatDiffer(compiled: Light[]): Promise<Problem[]> {
  const slugs = new Set(compiled.flatMap(({ people }) => people.map(({ slug }) => slug)))
  const elsewhere = await listNamesElsewhere(
    [...slugs],
    compiled.map(({ source }) => source.file),
  )
  const names = new Map(elsewhere.map(({ slug, name }) => [slug, name]))
  return compiled.flatMap(({ source: { file }, people }) =>
    people.flatMap(({ slug, name, place }) => {
      const known = names.get(slug) ?? name
      names.set(slug, known)
      if (known === name) return []
      return [{ file, line: 1, column: 1, ...place, message: `calls ${slug} “${name}”; elsewhere it is “${known}”` }]
    }),
  )
}
