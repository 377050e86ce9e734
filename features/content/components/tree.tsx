import { Fragment, type ReactNode } from 'react'
import type { Block, Tree } from '../schema/tree'
import type { Drawing } from './drawing'
import { Line } from './line'
import { AUTHOR_PARTS, type AuthorParts, drawPart } from './parts'
import styles from './tree.module.css'

type Props = {
  tree: Tree
  drawing: Drawing
  parts?: AuthorParts
  /** What stands behind blocks, by their places. */
  marks?: ReadonlyMap<number, ReactNode> | undefined
}

/** A text, drawn from its tree with the parts that authors use. Everything live in it has been fetched before. */
export function TextTree({ tree, drawing, parts, marks }: Props) {
  const drawn = { ...drawing, authorParts: parts ?? AUTHOR_PARTS }
  if (!marks) return <div className="prose">{blocks(tree, drawn)}</div>
  const marked = tree.map((block, at) => (
    <Fragment key={at}>
      {blockOf(block, drawn)}
      {marks.get(at)}
    </Fragment>
  ))
  return <div className="prose">{marked}</div>
}

type Drawn = Drawing & { authorParts: AuthorParts }

function blocks(tree: Tree, drawing: Drawn): ReactNode {
  return tree.map((block, index) => <Fragment key={index}>{blockOf(block, drawing)}</Fragment>)
}

function blockOf(block: Block, drawing: Drawn): ReactNode {
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
    case 'rule':
      return <hr />
    case 'notes':
      return <Notes notes={block} drawing={drawing} />
    default:
      return drawPart(drawing.authorParts, { block, drawing, draw: (of) => blocks(of, drawing) })
  }
}

function ListBlock({ block, drawing }: { block: Extract<Block, { is: 'list' }>; drawing: Drawn }) {
  const items = block.items.map(({ done, of }, index) => (
    <li key={index} className={done === null ? undefined : styles.task}>
      {done !== null && <input type="checkbox" checked={done} disabled readOnly />}
      {itemBlocks(of, drawing)}
    </li>
  ))
  return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>
}

/** The only paragraph of an item needs no element of its own. */
function itemBlocks(of: Block[], drawing: Drawn): ReactNode {
  const [first, ...rest] = of
  if (first?.is !== 'paragraph') return blocks(of, drawing)
  return (
    <>
      <Line of={first.of} drawing={drawing} />
      {blocks(rest, drawing)}
    </>
  )
}

function Notes({ notes, drawing }: { notes: Extract<Block, { is: 'notes' }>; drawing: Drawn }) {
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
