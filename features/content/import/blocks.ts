import type { Heading, Image, List, Paragraph, Root, RootContent, Table } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type {} from 'remark-mdx'
import type { Block, Tree } from '../schema/tree'
import { codeOf } from './code'
import { type Context, freshId } from './context'
import { elementBlock } from './elements'
import { inlines } from './inline'

/** The whole text as data, with its notes at the end. */
export function treeOf(root: Root, context: Context): Tree {
  for (const node of root.children) if (node.type === 'definition') context.definitions.set(node.identifier, node)
  const tree = blocks(root.children, context)
  const notes = notesOf(root, context)
  return notes ? [...tree, notes] : tree
}

function blocks(nodes: readonly RootContent[], context: Context): Block[] {
  return nodes.flatMap((node) => blockOf(node, context))
}

function blockOf(node: RootContent, context: Context): Block[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphOf(node, context)
    case 'heading':
      return headingOf(node, context)
    case 'list':
      return [listOf(node, context)]
    case 'blockquote':
      return [{ is: 'quote', of: blocks(node.children, context) }]
    case 'thematicBreak':
      return [{ is: 'rule' }]
    case 'code':
      return codeOf(node, context)
    case 'table':
      return [tableOf(node, context)]
    case 'mdxJsxFlowElement':
      return elementBlock(node, context, blocks)
    case 'yaml':
    case 'definition':
    case 'footnoteDefinition':
      return []
    case 'mdxjsEsm':
      return refused(node, 'is an import or export, which is not allowed', context)
    case 'mdxFlowExpression':
      return refused(node, 'is an expression, which is not allowed: put braces into code', context)
    default:
      return refused(node, 'is not allowed here', context)
  }
}

function paragraphOf(node: Paragraph, context: Context): Block[] {
  const [only, ...others] = node.children
  if (only?.type === 'image' && others.length === 0) return imageOf(only, context)
  return [{ is: 'paragraph', of: inlines(node.children, context) }]
}

function headingOf(node: Heading, context: Context): Block[] {
  const level = node.depth
  if (level === 1 || level > 4) return refused(node, 'must be a heading of level 2, 3 or 4: ##, ### or ####', context)
  const text = textOf(node).trim()
  if (!text) return refused(node, 'is a heading without words', context)
  const id = freshId(context, text)
  context.level = level
  if (level < 4) context.contents.push({ level: level === 2 ? 2 : 3, id, text })
  return [{ is: 'heading', level: level === 2 ? 2 : level === 3 ? 3 : 4, id, of: inlines(node.children, context) }]
}

function listOf(node: List, context: Context): Block {
  const items = node.children.map((item) => ({ done: item.checked ?? null, of: blocks(item.children, context) }))
  return { is: 'list', start: node.ordered ? (node.start ?? 1) : null, items }
}

function tableOf(node: Table, context: Context): Block {
  const [head, ...rows] = node.children.map((row) => row.children.map((cell) => inlines(cell.children, context)))
  return { is: 'table', align: node.align ?? [], head: head ?? [], rows }
}

function imageOf(node: Image, context: Context): Block[] {
  if (!node.alt?.trim())
    return refused(node, 'is an image without words for those who don’t see it: ![words](…)', context)
  const size = context.pictures.get(node.url)
  if (!size) return refused(node, `shows “${node.url}”, which is no picture below public/`, context)
  const title = node.title ? { title: node.title } : {}
  return [{ is: 'image', src: node.url, alt: node.alt, ...title, ...size }]
}

function notesOf(root: Root, context: Context): Block | null {
  const definitions = new Map(
    root.children.flatMap((node) => (node.type === 'footnoteDefinition' ? [[node.identifier, node]] : [])),
  )
  const items = context.notes.map((identifier, at) => ({
    id: `note-${at + 1}`,
    of: blocks(definitions.get(identifier)?.children ?? [], context),
  }))
  return items.length > 0 ? { is: 'notes', items } : null
}

function refused(node: RootContent, message: string, context: Context): Block[] {
  context.refuse(node, message)
  return []
}
