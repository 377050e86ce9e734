import type { RootContent } from 'mdast'
import type {} from 'remark-mdx'
import type { Block, Speaker } from '../schema/tree'
import { COMPONENTS, isComponent } from './components'
import { type Context, freshId, refer } from './context'
import { elementOf } from './inline'
import { componentOf, type PropertiesOf } from './properties'
import { speakerOf } from './speaker'

export type Element = Extract<RootContent, { type: 'mdxJsxFlowElement' }>
/** Draws what an element holds. */
type Inside = (nodes: readonly RootContent[], context: Context) => Block[]

/** A component on a line of its own. */
export function elementBlock(node: Element, context: Context, inside: Inside): Block[] {
  const { name } = node
  if (isComponent(name) && COMPONENTS[name].use.startsWith('inline')) {
    // Alone on its line it is a paragraph of one; what it holds is then blocks, which only a Figure has.
    if (node.children.length > 0) return refused(node, `<${name}> must stand in a line, with its words`, context)
    return [{ is: 'paragraph', of: elementOf({ ...node, type: 'mdxJsxTextElement', children: [] }, context) }]
  }
  const used = componentOf(node, context)
  if (!used) return []
  if (COMPONENTS[used.name].use === 'block-with-words' && node.children.length === 0)
    return refused(node, `<${used.name}> holds nothing`, context)
  const of = () => inside(node.children, context)
  switch (used.name) {
    case 'Callout': {
      const { kind, title } = used.props
      return [{ is: 'callout', kind, ...(title ? { title } : {}), of: of() }]
    }
    case 'Tabs':
      return tabsOf(node, context, inside)
    case 'Tab':
      return refused(node, '<Tab> must stand directly in <Tabs>', context)
    case 'Quote':
      return spoken('quotation', speakerOf(used.props, node, context), of())
    case 'Answer':
      return spoken('answer', speakerOf(used.props, node, context), of())
    case 'Question': {
      const by = speakerOf(used.props, node, context)
      return [{ is: 'question', ...(by ? { by } : {}), of: of() }]
    }
    case 'Picture':
      return pictureOf(node, used.props, context)
    case 'Video':
      return videoOf(node, used.props, context)
    case 'KeyFigures':
      if (context.anchors.size === 0) return refused(node, '<KeyFigures> needs figures in the front matter', context)
      return [{ is: 'key-figures' }]
    case 'CallForProposals':
      refer(context, node, `/events/${used.props.event}`)
      return [{ is: 'call', event: used.props.event }]
    case 'Schedule':
      refer(context, node, `/events/${used.props.event}`)
      return [{ is: 'schedule', event: used.props.event }]
    default:
      return []
  }
}

function spoken(is: 'quotation' | 'answer', by: Speaker | undefined, of: Block[]): Block[] {
  return by ? [{ is, by, of }] : []
}

function tabsOf(node: Element, context: Context, inside: Inside): Block[] {
  const level = Math.min(context.level + 1, 5)
  const tabs = node.children.flatMap((child) => {
    if (child.type !== 'mdxJsxFlowElement' || child.name !== 'Tab') {
      context.refuse(child, '<Tabs> holds nothing but <Tab label="…">, each on a line of its own')
      return []
    }
    const used = componentOf(child, context)
    if (used?.name !== 'Tab') return []
    const { label } = used.props
    return [{ id: freshId(context, `tab ${label}`), label, of: inside(child.children, context) }]
  })
  if (tabs.length === 1 && node.children.length === 1) return refused(node, '<Tabs> needs two of them or more', context)
  return [{ is: 'tabs', level: level === 2 ? 2 : level === 3 ? 3 : level === 4 ? 4 : 5, tabs }]
}

function pictureOf(node: Element, { src, alt, caption, credit }: PropertiesOf<'Picture'>, context: Context): Block[] {
  const size = context.pictures.get(src)
  if (!size) return refused(node, `<Picture> shows “${src}”, which is no picture below public/`, context)
  const words = { ...(caption ? { title: caption } : {}), ...(credit ? { credit } : {}) }
  return [{ is: 'image', src, alt, ...words, ...size }]
}

function videoOf(node: Element, { title, src, youtube, poster }: PropertiesOf<'Video'>, context: Context): Block[] {
  const size = poster === undefined ? undefined : context.pictures.get(poster)
  if (poster !== undefined && !size)
    return refused(node, `<Video> shows “${poster}”, which is no picture below public/`, context)
  if (src !== undefined && !context.hasFile(src))
    return refused(node, `<Video> plays “${src}”, which is no file below public/`, context)
  const from = src === undefined ? { youtube: youtube ?? '' } : { file: src }
  return [{ is: 'video', title, from, ...(poster && size ? { poster: { src: poster, ...size } } : {}) }]
}

function refused(node: Element, message: string, context: Context): Block[] {
  context.refuse(node, message)
  return []
}
