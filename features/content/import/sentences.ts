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
  for (const { line, isWhole } of linesIn(tree)) {
    const text = lineText(line, names)
    for (const [at, node] of line.entries()) {
      for (const anchor of anchorsIn(node)) {
        const offset = lineText(line.slice(0, at), names).length
        const sentence = isWhole ? text : segmenter.segment(text).containing(offset)?.segment
        sentences.set(anchor, (sentence ?? text).trim())
      }
    }
  }
  return sentences
}

interface Run {
  line: Inline[]
  /** No sentences: a row of a table, which says what it says as a whole. */
  isWhole: boolean
}

/** Every run of inline nodes of a text, whatever its blocks are. */
function linesIn(node: unknown): Run[] {
  if (typeof node !== 'object' || node === null) return []
  if (isLine(node)) return [{ line: node, isWhole: false }]
  if (isRow(node)) return [{ line: node.flatMap((cell, at) => (at > 0 ? [' · ', ...cell] : cell)), isWhole: true }]
  return Object.values(node).flatMap(linesIn)
}

/** Of blocks only a table has lines of lines. */
function isRow(node: object): node is Inline[][] {
  return Array.isArray(node) && node.length > 0 && node.every((cell) => Array.isArray(cell) && cell.every(isInline))
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
