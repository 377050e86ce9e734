import type { Block, Inline, Speaker, Tree } from '../schema/tree'

/** What components call things that the text only points at. */
export type Names = {
  project(slug: string): string
  person(slug: string): string
  level(slug: string, day: string): string
}

/** The text without its marks, a line for each block: for search, feeds and the time that reading takes. */
export function plainTextOf(tree: Tree, names: Names): string {
  return tree
    .map((block) => blockText(block, names))
    .filter(Boolean)
    .join('\n')
}

/** A run of inline nodes without its marks. */
export function lineText(of: readonly Inline[], names: Names): string {
  return of.map((node) => inlineText(node, names)).join('')
}

function blockText(block: Block, names: Names): string {
  const line = (of: Inline[]) => lineText(of, names)
  switch (block.is) {
    case 'paragraph':
    case 'heading':
      return line(block.of)
    case 'list':
      return block.items.map(({ of }) => plainTextOf(of, names)).join('\n')
    case 'notes':
      return block.items.map(({ of }) => plainTextOf(of, names)).join('\n')
    case 'quote':
      return plainTextOf(block.of, names)
    case 'question':
    case 'answer':
    case 'quotation':
      return [plainTextOf(block.of, names), block.by && speakerText(block.by, names)].filter(Boolean).join('\n')
    case 'tabs':
      return block.tabs.map(({ label, of }) => `${label}\n${plainTextOf(of, names)}`).join('\n')
    case 'callout':
      return [block.title, plainTextOf(block.of, names)].filter(Boolean).join('\n')
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(line).join(' ')).join('\n')
    case 'listing':
      return block.code
    case 'terminal':
      return block.lines.map(({ text }) => text).join('\n')
    case 'image':
      return [block.alt, block.title].filter(Boolean).join('\n')
    case 'diagram':
      return [block.alt, block.title].filter(Boolean).join('\n')
    case 'video':
      return block.title
    default:
      return ''
  }
}

function speakerText(by: Speaker, names: Names): string {
  return ['person' in by ? names.person(by.person) : by.name, by.affiliation].filter(Boolean).join(', ')
}

function inlineText(node: Inline, names: Names): string {
  if (typeof node === 'string') return node.replace(/\s*\n\s*/g, ' ')
  switch (node.is) {
    case 'code':
      return node.text
    case 'break':
      return '\n'
    case 'note':
      return ''
    case 'project':
      return names.project(node.slug)
    case 'maturity':
      return names.level(node.project, node.at)
    case 'person':
      return names.person(node.slug)
    default:
      return lineText(node.of, names)
  }
}
