import { toHtml } from 'hast-util-to-html'
import { toHast } from 'mdast-util-to-hast'
import type { Tree } from '../schema/tree'
import { portable } from './portable'
import type { Journey } from './portable-line'

/** A text as plain HTML: elements and addresses alone, and all of these absolute. */
export function textHtml(tree: Tree, journey: Omit<Journey, 'notes'>): string {
  return toHtml(toHast(portable(tree, { ...journey, notes: 'links' })))
}
