import type { Inline, Tree } from '../schema/tree'
import { lineText, type Names } from './plain'

const INLINE = new Set([
  'emphasis',
  'strong',
  'deleted',
  'code',
  'link',
  'break',
  'note',
  'figure',
  'project',
  'person',
])
INLINE.add('maturity')

/** The sentence in which each figure of a text is stated, by anchor. */
export function figureSentences(tree: Tree, names: Names, locale: string): Map<string, string> {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' })
  const sentences = new Map<string, string>()
  for (const line of linesIn(tree)) {
    const text = lineText(line, names)
    for (const [at, node] of line.entries()) {
      for (const anchor of anchorsIn(node)) {
        const offset = lineText(line.slice(0, at), names).length
        sentences.set(anchor, (segmenter.segment(text).containing(offset)?.segment ?? text).trim())
      }
    }
  }
  return sentences
}

/** Every run of inline nodes of a text, whatever its blocks are. */
function linesIn(node: unknown): Inline[][] {
  if (typeof node !== 'object' || node === null) return []
  if (isLine(node)) return [node]
  return Object.values(node).flatMap(linesIn)
}

function isLine(node: object): node is Inline[] {
  return Array.isArray(node) && node.length > 0 && node.every(isInline)
}

function isInline(node: unknown): boolean {
  if (typeof node === 'string') return true
  return typeof node === 'object' && node !== null && 'is' in node && INLINE.has(String(node.is))
}

function anchorsIn(node: Inline): string[] {
  if (typeof node === 'string') return []
  const inside = 'of' in node ? node.of.flatMap(anchorsIn) : []
  return node.is === 'figure' ? [node.id, ...inside] : inside
}
