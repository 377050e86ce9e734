import { levelOn, type Move } from '@/features/projects/rules'
import { zonedToUtc } from '@/lib/time'
import { listKnown, listProjectNames } from '../queries/sync-state'
import { minutesToRead } from '../rules'
import type { FrontMatter } from '../schema/front-matter'
import type { NewDocument, Unwritten } from '../schema/index-rows'
import { TREE_VERSION, type Tree } from '../schema/tree'
import type { Compiled } from './compile'
import { type Light, type Packed, unpack } from './packed'
import { type Names, plainTextOf } from './plain'
import { peopleIn } from './references'
import { figureSentences } from './sentences'

/** Of texts without a day of their own: they are never ordered by it. */
const NO_DAY = '1970-01-01'

/** Compiled files as rows of the index; a day begins in the foundation's own time zone. */
export async function documentsOf(compiled: Compiled[], timeZone: string): Promise<NewDocument[]> {
  if (compiled.length === 0) return []
  const namesFor = await namesIn(compiled)
  return compiled.map((file) => ({
    ...documentOf(file, namesFor(file.source.locale)),
    ...publicationOf(file.frontMatter, timeZone),
  }))
}

/** The same of packed files, each row made when its turn comes. */
export async function unwrittenOf(packed: Packed[], timeZone: string): Promise<Unwritten[]> {
  const namesFor = await namesIn(packed)
  return packed.map((one) => {
    const { source, slug, frontMatter } = one
    const { file, locale } = source
    const publication = publicationOf(frontMatter, timeZone)
    const head = { file, kind: frontMatter.kind, locale, slug, frontMatter: frontMatter.data, ...publication }
    return { ...head, row: () => ({ ...documentOf(unpack(one), namesFor(locale)), ...publication }) }
  })
}

type Publication = Pick<NewDocument, 'visibleFrom' | 'unlisted' | 'pinned' | 'series' | 'corrections'>

/** A date that has not come yet keeps a text back until its day begins, unless it says a moment of its own. */
function publicationOf({ kind, data }: FrontMatter, timeZone: string): Publication {
  const none = { visibleFrom: new Date(0).toISOString(), unlisted: false, pinned: false, series: null, corrections: [] }
  if (kind !== 'article' && kind !== 'case-study') return none
  const day = data.date ?? data.sortAs ?? NO_DAY
  const from = data.publishAt ? new Date(data.publishAt) : zonedToUtc(`${day}T00:00:00`, timeZone).at
  const shown = { visibleFrom: data.draft ? null : from.toISOString(), unlisted: data.unlisted ?? false }
  if (kind === 'case-study') return { ...none, ...shown }
  const { pinned = false, series = null, corrections = [] } = data
  return { ...shown, pinned, series, corrections: corrections.toSorted((a, b) => (a.on < b.on ? -1 : 1)) }
}

type Written = Omit<NewDocument, keyof Publication>

function documentOf(
  { source, slug, frontMatter, tree, contents, blockHashes, references }: Compiled,
  names: Names,
): Written {
  const { kind, data } = frontMatter
  const plainText = plainTextOf(tree, names)
  const day = 'date' in data ? data.date : undefined
  const sortAs = 'sortAs' in data ? data.sortAs : kind === 'project' ? data.moves[0]?.on : undefined
  return {
    file: source.file,
    kind,
    locale: source.locale,
    slug,
    groupSlug: source.name,
    sourceHash: source.hash,
    treeVersion: TREE_VERSION,
    title: 'title' in data ? data.title : data.name,
    summary: data.summary,
    publishedOn: day ?? null,
    sortDate: day ?? sortAs ?? NO_DAY,
    frontMatter: data,
    tree,
    contents,
    plainText,
    links: [...new Set(references.map(({ path }) => path))],
    tags: kind === 'article' ? data.tags : [],
    blockHashes,
    minutes: minutesToRead(plainText),
    ...relationsOf(source.name, frontMatter),
    figures: figuresOf(tree, frontMatter, names, source.locale),
  }
}

function figuresOf(tree: Tree, { data }: FrontMatter, names: Names, locale: string): NewDocument['figures'] {
  const figures = 'figures' in data ? (data.figures ?? []) : []
  if (figures.length === 0) return []
  const sentences = figureSentences(tree, names, locale)
  return figures.map((figure) => ({ ...figure, sentence: sentences.get(figure.anchor) ?? '' }))
}

type Relations = Pick<NewDocument, 'authors' | 'people' | 'projects' | 'organizations' | 'events'>

function relationsOf(name: string, { kind, data }: Compiled['frontMatter']): Relations {
  const none: Relations = { authors: [], people: [], projects: [], organizations: [], events: [] }
  const of = ({ slug, affiliation = null }: { slug: string; affiliation?: string | undefined | null }) => ({
    slug,
    affiliation,
  })
  switch (kind) {
    case 'article': {
      const people = data.people.map((person) => ({ ...of(person), role: person.role }))
      const { projects, organizations, events } = data
      return { authors: data.authors.map(of), people, projects, organizations, events }
    }
    case 'case-study':
      return { ...none, projects: data.projects, organizations: [data.organization] }
    case 'project':
      return { ...none, projects: [name], organizations: data.startedAt ? [data.startedAt] : [] }
    case 'organization':
      return { ...none, organizations: [name] }
    default:
      return none
  }
}

const LEVELS: Record<string, Record<Move['level'], string>> = {
  en: { sandbox: 'sandbox', incubating: 'incubating', graduated: 'graduated', archived: 'archived' },
  zh: { sandbox: '沙箱', incubating: '孵化', graduated: '毕业', archived: '归档' },
}

/** What these files, and the index behind them, call the projects and people that they point at. */
export async function namesIn(compiled: Light[]): Promise<(locale: string) => Names> {
  const paths = compiled.flatMap(({ references }) => references.map(({ path }) => path))
  const slugs = (folder: string) => paths.flatMap((path) => (path.startsWith(folder) ? path.slice(folder.length) : []))
  const [projects, { people }] = await Promise.all([
    listProjectNames(slugs('/projects/')),
    listKnown(slugs('/people/'), []),
  ])
  const names = new Map(people.map(({ slug, name }) => [`/people/${slug}`, name]))
  const moves = new Map<string, Move[]>()
  for (const project of projects) {
    names.set(`/projects/${project.slug}`, project.name)
    moves.set(
      project.slug,
      project.moves.map(({ level, effectiveOn }) => ({ level, on: dayOf(effectiveOn) })),
    )
  }
  for (const { frontMatter, source } of compiled) {
    for (const { slug, name } of peopleIn(frontMatter)) names.set(`/people/${slug}`, name)
    if (frontMatter.kind !== 'project') continue
    names.set(`/projects/${source.name}`, frontMatter.data.name)
    moves.set(source.name, frontMatter.data.moves)
  }
  return (locale) => ({
    project: (slug) => names.get(`/projects/${slug}`) ?? slug,
    person: (slug) => names.get(`/people/${slug}`) ?? slug,
    level: (slug, day) => {
      const level = levelOn(moves.get(slug) ?? [], day)
      return (level && LEVELS[locale]?.[level]) ?? ''
    },
  })
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
