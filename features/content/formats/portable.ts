import type { BlockContent, DefinitionContent, PhrasingContent, Root, RootContent, TableRow } from 'mdast'
import { callSentence } from '../components/call-words'
import { localized } from '../schema/kinds'
import type { Block, Inline, Speaker, Tree, VideoSource } from '../schema/tree'
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
    case 'question':
      return [...speakerOf(block.by, journey), ...flows(block.of, journey).map(emphasized)]
    case 'answer':
      return [...speakerOf(block.by, journey), ...flows(block.of, journey)]
    case 'tabs':
      return block.tabs.flatMap(({ label, of }) => [paragraph([strong([text(label)])]), ...flows(of, journey)])
    case 'video':
      return [paragraph([linkTo(filmAddress(block.from, journey), [text(block.title)])])]
    case 'diagram':
      return [aside(block.title ?? null, [paragraph([text(block.alt)])])]
    case 'schedule':
      return [scheduleOf(block.event, journey)]
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

function nameOf(by: Speaker, journey: Journey): PhrasingContent[] {
  const who = 'person' in by ? portableLine([{ is: 'person', slug: by.person }], journey) : [text(by.name)]
  return by.affiliation ? [...who, text(`, ${by.affiliation}`)] : who
}

function speakerOf(by: Speaker | undefined, journey: Journey): Flow[] {
  return by ? [paragraph([{ type: 'emphasis', children: nameOf(by, journey) }])] : []
}

function filmAddress(from: VideoSource, journey: Journey): string {
  return 'youtube' in from ? `https://www.youtube.com/watch?v=${from.youtube}` : addressOf(from.file, journey)
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
  const { src, alt, width, height } = block
  const title = [block.title, block.credit].filter(Boolean).join(' ')
  const image = { type: 'image' as const, url: addressOf(src, journey), alt, data: { hProperties: { width, height } } }
  const caption: PhrasingContent[] = title ? [{ type: 'emphasis', children: [text(title)] }] : []
  return [paragraph([image]), ...(title ? [paragraph(caption)] : [])]
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

function scheduleOf(slug: string, { drawing: { live, calls, parts, locale }, origin }: Journey): Flow {
  const name = live.schedules.get(slug)?.event.name ?? live.calls.get(slug)?.name ?? calls('missing')
  const address = origin + localized(`/events/${slug}/schedule`, locale)
  const words = live.schedules.has(slug) ? linkTo(address, [text(parts('wholeProgramme'))]) : text(parts('noProgramme'))
  return aside(`${parts('programme')}: ${name}`, [paragraph([words])])
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
