import type { Root, RootContent } from 'mdast'
import { blockHash } from '../rules/translation'

const UNSEEN = new Set(['yaml', 'definition', 'footnoteDefinition'])

/** A hash for each block of the tree that this source becomes, all its notes being one block. */
export function blockHashesOf(root: Root, source: string): string[] {
  const slice = ({ position }: RootContent) => source.slice(position?.start.offset, position?.end.offset)
  const blocks = root.children.filter(({ type }) => !UNSEEN.has(type)).map((node) => blockHash(slice(node)))
  const notes = root.children.filter(({ type }) => type === 'footnoteDefinition').map(slice)
  return notes.length > 0 ? [...blocks, blockHash(notes.join('\n'))] : blocks
}
