import type { BlockContent, DefinitionContent, PhrasingContent, Root, RootContent, TableRow } from 'mdast'
import { callSentence } from '../components/call-words'
import { localized } from '../schema/kinds'
import type { Block, Inline, Picture, Speaker, Tree } from '../schema/tree'
import { addressOf, type Journey, linkTo, portableLine } from './portable-line'

type Flow = BlockContent | DefinitionContent

/**
 * A text as it leaves the site, for feeds and files: Markdown's own nodes and nothing else, every address absolute, what
 * is live on the page as it stands now. Addresses are those of the tree, which holds none that a browser would run.
 */
export function portable(tree: Tree, journey: Journey): Root {
  return { type: 'root', children: flows(tree, journey) satisfies RootContent[] }
}

function flows(tree: Tree, journey: Journey): Flow[] {
  return tree.flatMap((block) => flow(block, journey))
}

function flow(block: Block, journey: Journey): Flow[] {
  switch (block.is) {
    case 'paragraph':
      return [paragraph(portableLine(block.of, journey))]
    case 'heading':
      return [{ type: 'heading', depth: block.level, children: portableLine(block.of, journey) }]
    case 'list':
      return [listOf(block, journey)]
    case 'quote':
      return [{ type: 'blockquote', children: flows(block.of, journey) }]
    case 'quotation':
      return [quotationOf(block, journey)]
    case 'rule':
      return [{ type: 'thematicBreak' }]
    case 'image':
      return imageOf(block, journey)
    case 'table':
      return [tableOf(block, journey)]
    case 'listing':
      return [{ type: 'code', lang: block.language, value: block.code }]
    case 'terminal':
      return [{ type: 'code', lang: 'console', value: block.lines.map(promptText).join('\n') }]
    case 'callout':
      return [aside(block.title ?? null, flows(block.of, journey))]
    case 'answer':
      return [speakerOf(block.by, journey), ...flows(block.of, journey)]
    case 'tabs':
      return block.tabs.flatMap(({ label, of }) => [paragraph([strong([text(label)])]), ...flows(of, journey)])
    case 'video':
      return videoOf(block, journey)
    case 'diagram':
      return [aside(block.title ?? null, [paragraph([text(block.alt)])])]
    case 'schedule': {
      const path = localized(`/events/${block.event}/schedule`, journey.drawing.locale)
      return [paragraph([linkTo(journey.origin + path, [text(journey.drawing.parts('programme'))])])]
    }
    case 'question':
      return [...(block.by ? [speakerOf(block.by, journey)] : []), ...flows(block.of, journey).map(emphasized)]
    case 'key-figures':
      return [figuresOf(journey)]
    case 'call':
      return [callOf(block.event, journey)]
    case 'notes':
      return notesOf(block, journey)
  }
}

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const strong = (children: PhrasingContent[]): PhrasingContent => ({ type: 'strong', children })
const paragraph = (children: PhrasingContent[]): Flow => ({ type: 'paragraph', children })

/** The words, and who said them on a line of their own. */
function quotationOf({ by, of }: Extract<Block, { is: 'quotation' }>, journey: Journey): Flow {
  return { type: 'blockquote', children: [...flows(of, journey), paragraph([text('— '), ...nameOf(by, journey)])] }
}

function speakerOf(by: Speaker, journey: Journey): Flow {
  return paragraph([...nameOf(by, journey), text(journey.drawing.locale === 'zh' ? '：' : ':')])
}

function nameOf(by: Speaker, journey: Journey): PhrasingContent[] {
  const who = 'person' in by ? portableLine([{ is: 'person', slug: by.person }], journey) : [text(by.name)]
  const comma = journey.drawing.locale === 'zh' ? '，' : ', '
  return by.affiliation ? [...who, text(comma + by.affiliation)] : who
}

/** A film as a link, behind its still where it has one. */
function videoOf({ from, title, poster }: Extract<Block, { is: 'video' }>, journey: Journey): Flow[] {
  const url = 'youtube' in from ? `https://www.youtube.com/watch?v=${from.youtube}` : addressOf(from.file, journey)
  const still = poster ? [paragraph([linkTo(url, [pictureOf(poster, title, journey)])])] : []
  return [...still, paragraph([text('▶ '), linkTo(url, [text(title)])])]
}

function pictureOf({ src, width, height }: Picture, alt: string, journey: Journey): PhrasingContent {
  return { type: 'image', url: addressOf(src, journey), alt, data: { hProperties: { width, height } } }
}

function listOf(block: Extract<Block, { is: 'list' }>, journey: Journey): Flow {
  const items = block.items.map(({ done, of }) => ({
    type: 'listItem' as const,
    checked: done,
    spread: of.length > 1,
    children: flows(of, journey),
  }))
  const isSpread = items.some(({ spread }) => spread)
  return { type: 'list', ordered: block.start !== null, start: block.start, spread: isSpread, children: items }
}

function imageOf(block: Extract<Block, { is: 'image' }>, journey: Journey): Flow[] {
  const caption = [block.title, block.credit].filter(Boolean).join(' · ')
  const below = caption ? [paragraph([{ type: 'emphasis', children: [text(caption)] }])] : []
  return [paragraph([pictureOf(block, block.alt, journey)]), ...below]
}

function tableOf({ align, head, rows }: Extract<Block, { is: 'table' }>, journey: Journey): Flow {
  const row = (cells: Inline[][]): TableRow => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: portableLine(cell, journey) })),
  })
  return { type: 'table', align, children: [head, ...rows].map(row) }
}

function promptText({ command, text: line }: Extract<Block, { is: 'terminal' }>['lines'][number]): string {
  return command ? `$ ${line}` : line
}

function aside(title: string | null, children: Flow[]): Flow {
  return { type: 'blockquote', children: [...(title ? [paragraph([strong([text(title)])])] : []), ...children] }
}

function emphasized(block: Flow): Flow {
  return block.type === 'paragraph' ? paragraph([strong(block.children)]) : block
}

/** The figures of a text as a list; each leads to the sentence that states it. */
function figuresOf({ drawing: { figures, words, locale }, url }: Journey): Flow {
  const items = figures.map(({ value, unit, label, baseline, period, anchor }) => {
    const number = new Intl.NumberFormat(locale).format(value) + (unit === '%' ? '%' : ` ${unit}`)
    const notes = [baseline && words('from', { baseline }), period].filter(Boolean).join('; ')
    const line = [linkTo(`${url}#${anchor}`, [strong([text(number)])]), text(`: ${label}${notes ? ` (${notes})` : ''}`)]
    return { type: 'listItem' as const, spread: false, children: [paragraph(line)] as BlockContent[] }
  })
  return { type: 'list', ordered: false, spread: false, children: items }
}

function callOf(slug: string, { drawing: { live, calls, locale }, origin }: Journey): Flow {
  const event = live.calls.get(slug)
  if (!event) return aside(calls('kicker'), [paragraph([text(calls('missing'))])])
  const isOpen = event.call?.state === 'open'
  const address = origin + localized(isOpen ? `/events/${slug}/cfp` : `/events/${slug}`, locale)
  return aside(`${calls('kicker')}: ${event.name}`, [
    paragraph([
      text(`${callSentence(event, calls, locale)}. `),
      linkTo(address, [text(calls(isOpen ? 'see' : 'event'))]),
    ]),
  ])
}

function notesOf({ items }: Extract<Block, { is: 'notes' }>, journey: Journey): Flow[] {
  if (journey.notes === 'footnotes') {
    return items.map(({ id, of }) => ({
      type: 'footnoteDefinition',
      identifier: id,
      label: id,
      children: flows(of, journey),
    }))
  }
  const list = listOf({ is: 'list', start: 1, items: items.map(({ of }) => ({ done: null, of })) }, journey)
  return [{ type: 'thematicBreak' }, list]
}
