import type { ReactNode } from 'react'
import type { Block, Tree } from '../schema/tree'
import { CallNotice } from './call-notice'
import { CalloutBlock } from './callout-block'
import type { Drawing } from './drawing'
import { FiguresBlock } from './figures-block'
import { ImageBlock } from './image-block'
import { Listing, TerminalListing } from './listing'
import { ScheduleNotice } from './schedule-notice'
import { InterviewTurn, Quotation } from './spoken'
import { TextDiagram } from './text-diagram'
import { TextTable } from './text-table'
import { TextTabs } from './text-tabs'
import { TextVideo } from './text-video'

interface Props<Kind> {
  block: Extract<Block, { is: Kind }>
  drawing: Drawing
  /** Draws what the part holds. */
  draw: (tree: Tree) => ReactNode
}
type Part<Kind> = (props: Props<Kind>) => ReactNode

const turn: Part<'question' | 'answer'> = ({ block, drawing, draw }) => (
  <InterviewTurn block={block} drawing={drawing}>
    {draw(block.of)}
  </InterviewTurn>
)

/** The parts that authors use beside plain Markdown. One map for the page that is read and for the preview beside a text. */
export const AUTHOR_PARTS = {
  image: ({ block }: Props<'image'>) => <ImageBlock image={block} />,
  table: ({ block, drawing }: Props<'table'>) => <TextTable table={block} drawing={drawing} />,
  listing: ({ block, drawing }: Props<'listing'>) => <Listing listing={block} drawing={drawing} />,
  terminal: ({ block }: Props<'terminal'>) => <TerminalListing terminal={block} />,
  callout: ({ block, draw }: Props<'callout'>) => <CalloutBlock callout={block}>{draw(block.of)}</CalloutBlock>,
  tabs: ({ block, drawing, draw }: Props<'tabs'>) => <TextTabs tabs={block} drawing={drawing} draw={draw} />,
  video: ({ block, drawing }: Props<'video'>) => <TextVideo video={block} drawing={drawing} />,
  diagram: ({ block, drawing }: Props<'diagram'>) => <TextDiagram diagram={block} drawing={drawing} />,
  quotation: ({ block, drawing, draw }: Props<'quotation'>) => (
    <Quotation by={block.by} drawing={drawing}>
      {draw(block.of)}
    </Quotation>
  ),
  question: turn,
  answer: turn,
  'key-figures': ({ drawing: { figures, words, locale } }: Props<'key-figures'>) => (
    <FiguresBlock figures={figures} words={words} locale={locale} />
  ),
  call: ({ block, drawing }: Props<'call'>) => <CallNotice event={block.event} drawing={drawing} />,
  schedule: ({ block, drawing }: Props<'schedule'>) => <ScheduleNotice event={block.event} drawing={drawing} />,
}
export type AuthorParts = typeof AUTHOR_PARTS
export type AuthorKind = keyof AuthorParts

export function drawPart(parts: AuthorParts, props: Props<AuthorKind>): ReactNode {
  // A block's kind names the part that takes it; the compiler does not follow that through a union.
  const Part = parts[props.block.is] as Part<AuthorKind>
  return <Part {...props} />
}
