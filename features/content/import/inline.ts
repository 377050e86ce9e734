import type { Link, LinkReference, PhrasingContent } from 'mdast'
import type {} from 'remark-mdx'
import { isSafeAddress } from '../rules'
import { pathOf } from '../schema/kinds'
import type { Inline } from '../schema/tree'
import { COMPONENTS } from './components'
import { type Context, refer } from './context'
import { componentOf, type PropertiesOf } from './properties'

type MdxJsxTextElement = Extract<PhrasingContent, { type: 'mdxJsxTextElement' }>

/** What stands in a line, as data. What is refused is left out and noted. */
export function inlines(nodes: readonly PhrasingContent[], context: Context): Inline[] {
  return nodes.flatMap((node) => inlineOf(node, context))
}

function inlineOf(node: PhrasingContent, context: Context): Inline[] {
  switch (node.type) {
    case 'text':
      return [node.value]
    case 'emphasis':
    case 'strong':
      return [{ is: node.type, of: inlines(node.children, context) }]
    case 'delete':
      return [{ is: 'deleted', of: inlines(node.children, context) }]
    case 'inlineCode':
      return [{ is: 'code', text: node.value }]
    case 'break':
      return [{ is: 'break' }]
    case 'link':
      return linkOf(node, node, context)
    case 'linkReference':
      return linkOf(node, context.definitions.get(node.identifier), context)
    case 'footnoteReference':
      return [noteOf(node.identifier, context)]
    case 'mdxJsxTextElement':
      return elementOf(node, context)
    case 'image':
    case 'imageReference':
      return refused(node, 'is an image within a line: give it a paragraph of its own', context)
    case 'html':
      return refused(node, 'is HTML, which is not allowed: use Markdown', context)
    case 'mdxTextExpression':
      return refused(node, 'is an expression, which is not allowed: put braces into code', context)
    default:
      return refused(node, 'is not allowed here', context)
  }
}

function linkOf(
  node: Link | LinkReference,
  target: { url: string; title?: string | null | undefined } | undefined,
  context: Context,
): Inline[] {
  if (!target || !isSafeAddress(target.url)) {
    return refused(
      node,
      `leads to “${target?.url ?? ''}”: use https://, mailto: or a path from the root, such as /blog`,
      context,
    )
  }
  refer(context, node, target.url)
  const title = target.title ? { title: target.title } : {}
  return [{ is: 'link', href: target.url, ...title, of: inlines(node.children, context) }]
}

function noteOf(identifier: string, context: Context): Inline {
  if (!context.notes.includes(identifier)) context.notes.push(identifier)
  const number = context.notes.indexOf(identifier) + 1
  return { is: 'note', id: `note-${number}`, number }
}

/** A component in a line, or one that was written in a line and does not belong there. */
export function elementOf(node: MdxJsxTextElement, context: Context): Inline[] {
  const used = componentOf(node, context)
  if (!used) return []
  switch (used.name) {
    case 'Project':
      refer(context, node, pathOf('project', used.props.slug))
      return [{ is: 'project', slug: used.props.slug }]
    case 'Person':
      refer(context, node, `/people/${used.props.slug}`)
      return [{ is: 'person', slug: used.props.slug }]
    case 'MaturityBadge':
      return maturityOf(node, used.props, context)
    case 'Figure':
      return figureOf(node, used.props.id, context)
    default: {
      const lines =
        COMPONENTS[used.name].use === 'block-with-words' ? ', and what it holds on lines of its own too' : ''
      return refused(node, `<${used.name}> must stand on a line of its own${lines}`, context)
    }
  }
}

function maturityOf(
  node: MdxJsxTextElement,
  { project: named, at }: PropertiesOf<'MaturityBadge'>,
  context: Context,
): Inline[] {
  const project = named ?? context.project
  if (project === null)
    return refused(node, '<MaturityBadge> needs project="…": the text is not about one project alone', context)
  refer(context, node, pathOf('project', project))
  return [{ is: 'maturity', project, at }]
}

function figureOf(node: MdxJsxTextElement, id: string, context: Context): Inline[] {
  if (!context.anchors.has(id)) return refused(node, `<Figure> names “${id}”, which is no figure of this file`, context)
  if (context.found.has(id)) return refused(node, `<Figure> names “${id}” a second time`, context)
  if (node.children.length === 0) return refused(node, '<Figure> needs the words that state it', context)
  context.found.add(id)
  return [{ is: 'figure', id, of: inlines(node.children, context) }]
}

function refused(node: PhrasingContent, message: string, context: Context): Inline[] {
  context.refuse(node, message)
  return []
}
