import type { ReactNode } from 'react'
import { Contents } from '@/components/contents'
import type { Heading, Tree } from '../schema/tree'
import type { Drawing } from './drawing'
import { TextTree } from './tree'

type Props = {
  head: ReactNode
  contents: Heading[]
  tree: Tree
  drawing: Drawing
  after?: ReactNode
  notes?: ReactNode
  /** What stands behind blocks of the text, by their places. */
  marks?: ReadonlyMap<number, ReactNode> | undefined
}

/** Below this a table of contents says no more than the page itself. */
const FEW = 3

/** A text as a journal sets it: its head, contents in one margin, notes in the other. */
export function Reading({ head, contents, tree, drawing, after, notes, marks }: Props) {
  const entries = contents.map(({ level, id, text }) => ({ depth: level, id, text }))
  return (
    <div className="reading">
      <div className="reading-head">{head}</div>
      <div className="reading-rail">
        {entries.length >= FEW && <Contents title={drawing.words('contents')} entries={entries} />}
      </div>
      <div className="reading-text">
        <TextTree tree={tree} drawing={drawing} marks={marks} />
        {after}
      </div>
      {notes && <div className="reading-notes">{notes}</div>}
    </div>
  )
}
