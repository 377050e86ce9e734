import { Fragment, type ReactNode } from 'react'
import type { Block, Tree } from '../schema/tree'
import { CallNotice } from './call-notice'
import { CalloutBlock } from './callout-block'
import type { Drawing } from './drawing'
import { FiguresBlock } from './figures-block'
import { Line } from './line'
import { Listing, TerminalListing } from './listing'
import { TextTable } from './text-table'
import styles from './tree.module.css'

type Props = { tree: Tree; drawing: Drawing; marks?: ReadonlyMap<number, ReactNode> | undefined }

/** A text, drawn from its tree. Everything live in it has been fetched before. `marks` stand behind blocks. */
export function TextTree({ tree, drawing, marks }: Props) {
  if (!marks) return <div className="prose">{blocks(tree, drawing)}</div>
  const marked = tree.map((block, at) => (
    <Fragment key={at}>
      {blockOf(block, drawing)}
      {marks.get(at)}
    </Fragment>
  ))
  return <div className="prose">{marked}</div>
}

function blocks(tree: Tree, drawing: Drawing): ReactNode {
  return tree.map((block, index) => <Fragment key={index}>{blockOf(block, drawing)}</Fragment>)
}

function blockOf(block: Block, drawing: Drawing): ReactNode {
  switch (block.is) {
    case 'paragraph':
      return (
        <p>
          <Line of={block.of} drawing={drawing} />
        </p>
      )
    case 'heading': {
      const Heading = `h${block.level}` as const
      return (
        <Heading id={block.id}>
          <Line of={block.of} drawing={drawing} />
          <a className="heading-anchor" href={`#${block.id}`} aria-label={drawing.words('anchor')}>
            #
          </a>
        </Heading>
      )
    }
    case 'list':
      return <ListBlock block={block} drawing={drawing} />
    case 'quote':
      return <blockquote>{blocks(block.of, drawing)}</blockquote>
    case 'quotation':
      return (
        <blockquote>
          {blocks(block.of, drawing)}
          <footer>{'name' in block.by ? block.by.name : block.by.person}</footer>
        </blockquote>
      )
    case 'rule':
      return <hr />
    case 'image':
      return (
        <figure>
          <img src={block.src} alt={block.alt} width={block.width} height={block.height} loading="lazy" />
          {block.title && <figcaption>{block.title}</figcaption>}
        </figure>
      )
    case 'table':
      return <TextTable table={block} drawing={drawing} />
    case 'listing':
      return <Listing listing={block} words={drawing.words} />
    case 'terminal':
      return <TerminalListing lines={block.lines} words={drawing.words} />
    case 'callout':
      return <CalloutBlock callout={block}>{blocks(block.of, drawing)}</CalloutBlock>
    case 'question':
      return <div className={styles.question}>{blocks(block.of, drawing)}</div>
    case 'key-figures':
      return <FiguresBlock figures={drawing.figures} words={drawing.words} locale={drawing.locale} />
    case 'call':
      return <CallNotice event={block.event} drawing={drawing} />
    case 'notes':
      return <Notes notes={block} drawing={drawing} />
  }
}

function ListBlock({ block, drawing }: { block: Extract<Block, { is: 'list' }>; drawing: Drawing }) {
  const items = block.items.map(({ done, of }, index) => (
    <li key={index} className={done === null ? undefined : styles.task}>
      {done !== null && <input type="checkbox" checked={done} disabled readOnly />}
      {itemBlocks(of, drawing)}
    </li>
  ))
  return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>
}

/** The only paragraph of an item needs no element of its own. */
function itemBlocks(of: Block[], drawing: Drawing): ReactNode {
  const [first, ...rest] = of
  if (first?.is !== 'paragraph') return blocks(of, drawing)
  return (
    <>
      <Line of={first.of} drawing={drawing} />
      {blocks(rest, drawing)}
    </>
  )
}

function Notes({ notes, drawing }: { notes: Extract<Block, { is: 'notes' }>; drawing: Drawing }) {
  return (
    <section className="footnotes" aria-label={drawing.words('notes')}>
      <ol>
        {notes.items.map(({ id, of }) => (
          <li key={id} id={id}>
            {itemBlocks(of, drawing)}{' '}
            <a href={`#${id}-mark`} aria-label={drawing.words('backTo')}>
              ↩
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}
