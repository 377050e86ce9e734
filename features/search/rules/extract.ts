import type { Piece } from '../schema'
import { simplified } from './simplified'

/** What to mark: beginnings of words (stems, and the word being typed), and runs of simplified Chinese wherever they stand. */
export interface Marks {
  beginnings: string[]
  runs: string[]
}

const BEFORE = 60
const WORD = /[\p{L}\p{N}\p{M}]+/gu
const EDGE = /\s\S*$/

/** The text with what was asked for marked; lower case and accents are no difference. */
export function marked(text: string, marks: Marks): Piece[] {
  const spans = spansOf(text, marks)
  const pieces: Piece[] = []
  let at = 0
  for (const [from, to] of spans) {
    if (from > at) pieces.push({ text: text.slice(at, from), mark: false })
    pieces.push({ text: text.slice(from, to), mark: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), mark: false })
  return pieces
}

/** A part of the text that shows as many of the words asked for as one look can, or null where it shows none. */
export function extractOf(text: string, marks: Marks, length = 220): Piece[] | null {
  const spans = spansOf(text, marks)
  if (spans.length === 0) return null
  const counts = spans.map(([at]) => within(spans, at, length))
  const [start = 0] = spans[counts.indexOf(Math.max(...counts))] ?? []
  const from = start < BEFORE ? 0 : wordAfter(text, start - BEFORE)
  const to = from + length >= text.length ? text.length : wordBefore(text, from + length)
  const shown = text.slice(from, to).replace(/\s+/g, ' ')
  return marked(`${from > 0 ? '… ' : ''}${shown}${to < text.length ? ' …' : ''}`, marks)
}

/** How many different words begin in the stretch after this place. */
function within(spans: [number, number, string][], from: number, length: number): number {
  const reach = from + length - BEFORE
  return new Set(spans.flatMap(([at, to, what]) => (at >= from && to <= reach ? [what] : []))).size
}

function wordAfter(text: string, at: number): number {
  const space = text.slice(at, at + BEFORE).search(/\s/)
  return space < 0 ? at : at + space + 1
}

function wordBefore(text: string, at: number): number {
  const edge = EDGE.exec(text.slice(at - BEFORE, at))
  return edge ? at - BEFORE + edge.index : at
}

const MOST_SPANS = 200

function spansOf(text: string, { beginnings, runs }: Marks): [number, number, string][] {
  const spans: [number, number, string][] = []
  for (const { 0: word, index } of beginnings.length > 0 ? text.matchAll(WORD) : []) {
    const plain = unaccented(word)
    const begun = beginnings.find((beginning) => plain.startsWith(beginning))
    if (begun) spans.push([index, index + word.length, begun])
    if (spans.length > MOST_SPANS) break
  }
  const folded = runs.length > 0 ? simplified(text) : text
  for (const run of runs) {
    for (let at = folded.indexOf(run); at >= 0 && spans.length <= MOST_SPANS; at = folded.indexOf(run, at + run.length))
      spans.push([at, at + run.length, run])
  }
  return apart(spans.sort(([a], [b]) => a - b))
}

function apart(spans: [number, number, string][]): [number, number, string][] {
  let end = 0
  return spans.filter(([from, to]) => {
    if (from < end) return false
    end = to
    return true
  })
}

function unaccented(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
