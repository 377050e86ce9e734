import type { Root } from 'mdast'
import { FRONT_MATTER, type FrontMatter } from '../schema/front-matter'
import { type Place, type Problem, problemsOf, type Refuse } from '../schema/problems'
import type { Heading, Tree } from '../schema/tree'
import { type Checked, readYaml } from '../schema/yaml'
import { blockHashesOf } from './block-hashes'
import { treeOf } from './blocks'
import { contextFor, type Reference } from './context'
import type { Source } from './files'
import { carefulParser, type Parse } from './parsers'
import { filesOf } from './pictures'
import { criteriaIn, namedIn, peopleIn } from './references'

/** A file, checked by itself: what it leads to and whom it names is for the whole to judge. */
export interface Compiled {
  source: Source
  slug: string
  /** Of the field that gives a translation its slug, and of the one that says of what it is one. */
  places: { slug: Place | undefined; translationOf: Place | undefined }
  frontMatter: FrontMatter
  tree: Tree
  contents: Heading[]
  /** One for each block of the tree. */
  blockHashes: string[]
  references: Reference[]
  people: { slug: string; name: string; affiliation?: string | undefined; place: Reference['place'] }[]
  /** Of a project: those of the foundation's criteria that it says it meets. */
  criteria: { slug: string; place: Reference['place'] }[]
}

/** Reads one file into data, or says everything that is wrong with it. `pictures` is the folder of public files. */
export async function compile(
  source: Source,
  pictures: string,
  parse?: Parse,
): Promise<{ compiled: Compiled } | { problems: Problem[] }> {
  const { problems, refuse } = problemsOf(source.file)
  const root = rootOf(source.text, parse ?? (await carefulParser()), refuse)
  const head = root && frontMatterIn(root, source, refuse)
  if (!root || !head) return { problems }

  const figures = 'figures' in head.data.data ? (head.data.data.figures ?? []) : []
  const anchors = figures.map(({ anchor }) => anchor)
  const context = contextFor(refuse, anchors, projectOf(source, head.data), await filesOf(root, pictures))
  const tree = treeOf(root, context)
  for (const [at, anchor] of anchors.entries()) {
    if (context.found.has(anchor)) continue
    refuse(head.placeOf(['figures', at, 'anchor']), `figure “${anchor}” has no <Figure id="${anchor}"> in the text`)
  }
  for (const { path, place } of context.references) {
    if (path.startsWith('#') && !context.ids.has(decode(path.slice(1))))
      refuse(place, `“${path}” is no heading of this file`)
  }
  refuseLostSections(head, context.ids, refuse)
  const blockHashes = blockHashesOf(root, source.text)
  refuseMisplaced(source, head, refuse)
  refuseOddStamp(source.file, head, tree.length, refuse)
  if (problems.length > 0) return { problems }

  const named = namedIn(head.data).map(({ path, to }) => ({ path: to, place: head.placeOf(path) }))
  const people = peopleIn(head.data).map(({ path, ...person }) => ({ ...person, place: head.placeOf(path) }))
  const slug = ('slug' in head.data.data && head.data.data.slug) || source.name
  const references = [...named, ...context.references]
  const placeOf = (field: string) => (field in head.data.data ? head.placeOf([field]) : undefined)
  const places = { slug: placeOf('slug'), translationOf: placeOf('translationOf') }
  const { contents } = context
  const criteria = criteriaIn(head.data).map(({ path, ...criterion }) => ({ ...criterion, place: head.placeOf(path) }))
  const found = { contents, blockHashes, references, people, criteria }
  return { compiled: { source, slug, places, frontMatter: head.data, tree, ...found } }
}

/** The same, sooner where a fast parser is there: what it finds wrong, or reads otherwise, is read again with care. */
export async function compileQuickly(source: Source, pictures: string, fast: Parse | null): ReturnType<typeof compile> {
  if (fast) {
    const outcome = await compile(source, pictures, fast)
    if ('compiled' in outcome) return outcome
  }
  return compile(source, pictures)
}

function rootOf(text: string, parse: Parse, refuse: Refuse): Root | null {
  try {
    return parse(text)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const { line, column, reason } = Object.assign({ line: 1, column: 1, reason: error.message }, error)
    refuse({ line, column }, `can’t be read: ${reason}`)
    return null
  }
}

function frontMatterIn(root: Root, { kind }: Source, refuse: Refuse): Checked<FrontMatter> | null {
  const [first] = root.children
  if (first?.type !== 'yaml') {
    refuse(undefined, 'must begin with front matter between two lines of ---')
    return null
  }
  return readYaml<FrontMatter>(FRONT_MATTER[kind], first.value, 2, refuse)
}

/** The project that a file is about, where it is about one alone. */
function projectOf({ name }: Source, { kind, data }: FrontMatter): string | null {
  if (kind === 'project') return name
  const [only, ...others] = 'projects' in data ? data.projects : []
  return only !== undefined && others.length === 0 ? only : null
}

/** A part of a case study opens with a heading that is there. */
function refuseLostSections({ data: { data }, placeOf }: Checked<FrontMatter>, ids: Set<string>, refuse: Refuse) {
  const sections = 'sections' in data ? (data.sections ?? {}) : {}
  for (const [part, id] of Object.entries(sections)) {
    if (id && !ids.has(id)) refuse(placeOf(['sections', part]), `sections.${part}: “${id}” is no heading of this file`)
  }
}

/** A translation says of what it is one; nothing else may. */
function refuseMisplaced(
  { kind, locale, name }: Source,
  { data: { data }, placeOf }: Checked<FrontMatter>,
  refuse: Refuse,
) {
  const of = 'translationOf' in data ? data.translationOf : undefined
  if (locale === 'en') {
    for (const field of ['slug', 'translationOf', 'translatedFrom', 'translatedHeadFrom'] as const) {
      if (field in data) refuse(placeOf([field]), `${field} is for translations; the file’s name is the slug`)
    }
  } else if (kind === 'project' || kind === 'organization') {
    refuse(undefined, `is a translation, which ${kind}s don’t have`)
  } else if (of !== name) {
    refuse(placeOf(['translationOf']), `translationOf must be ${name}, as the file’s name says`)
  }
}

/** A stamp of another length says nothing of which block is which. */
function refuseOddStamp(
  file: string,
  { data: { data }, placeOf }: Checked<FrontMatter>,
  blocks: number,
  refuse: Refuse,
) {
  const stamped = 'translatedFrom' in data ? data.translatedFrom : undefined
  if (!stamped || stamped.length === blocks) return
  const advice = `run npm run content:translated -- ${file}`
  refuse(
    placeOf(['translatedFrom']),
    `translatedFrom speaks of ${stamped.length} blocks, and there are ${blocks}: ${advice}`,
  )
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
