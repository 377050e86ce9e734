import { createHash } from 'node:crypto'
import { type Compiled, compile } from '@/features/content/import/compile'
import { namesIn } from '@/features/content/import/rows'
import { getKnown } from '@/features/content/queries/addresses'
import { judge } from '@/features/content/schema/addresses'
import type { Article } from '@/features/content/schema/front-matter'
import type { Problem } from '@/features/content/schema/problems'
import type { Quote } from '../schema'
import { quotesIn } from './quotes'

export interface PostSource {
  id: string
  locale: string
  slug: string | null
  text: string
  frontMatter: Article
}

export type CompiledPost = { problems: Problem[] } & (
  | { compiled: Compiled; quotes: Quote[] }
  | { compiled: null; quotes: null }
)

/** Where a guest's post stands among the files of the index: content:sync leaves it alone. */
export const fileOf = (id: string) => `guest/${id}`

/** Lines that stand above the guest's own in what is compiled. */
const ABOVE = 4

/**
 * Reads a guest's text as every text is read: Markdown and the known components, and nothing that is code. Problems are
 * counted in the guest's own lines; a link that leads nowhere is one, and the text is compiled all the same.
 */
export async function compilePost({ id, locale, slug, text, frontMatter }: PostSource): Promise<CompiledPost> {
  const name = slug ?? 'draft'
  const head = locale === 'en' ? frontMatter : { ...frontMatter, translationOf: name }
  // JSON is YAML, and stands on one line.
  const source = `---\n${JSON.stringify(head)}\n---\n\n${text}`
  const hash = createHash('sha256').update(source).digest('hex')
  const outcome = await compile({ file: fileOf(id), kind: 'article', name, locale, text: source, hash }, 'public')
  if ('problems' in outcome) return { compiled: null, quotes: null, problems: outcome.problems.map(inTheirLines) }
  const { compiled } = outcome
  const [names, leadNowhere] = await Promise.all([namesIn([compiled]), deadLinks(compiled)])
  return {
    compiled,
    quotes: quotesIn(compiled.tree, names(locale)),
    problems: leadNowhere.map(inTheirLines),
  }
}

function inTheirLines({ line, column, ...problem }: Problem): Problem {
  const own = line - ABOVE
  return own < 1 ? { ...problem, line: 1, column: 1 } : { ...problem, line: own, column }
}

async function deadLinks({ source: { file }, references }: Compiled): Promise<Problem[]> {
  const known = await getKnown(references.map(({ path }) => path))
  return references
    .filter(({ path }) => judge(path, known) === 'missing')
    .map(({ path, place }) => ({
      file,
      line: 1,
      column: 1,
      ...place,
      message: `leads to ${path}, which does not exist`,
    }))
}
