import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type Node as YamlNode,
} from 'yaml'
import type { Place } from '@/features/content/schema/problems'

/** A piece of a foreign YAML file, with where it stands. Scalars are text as written; nothing is resolved. */
export type Node =
  | { is: 'text'; text: string; place: Place }
  | { is: 'list'; items: Node[]; place: Place }
  | { is: 'group'; fields: Field[]; place: Place }
  | { is: 'nothing'; place: Place }
export interface Field {
  key: string
  place: Place
  value: Node
}

export type Note = (place: Place, message: string) => void

const MOST_BYTES = 32 * 1024 * 1024
const DEEPEST = 24
const START: Place = { line: 1, column: 1 }

/** Reads YAML without following an alias, so that none can multiply itself. Null where it is not YAML, noted with lines. */
export function readNodes(text: string, note: Note): Node | null {
  if (text.length > MOST_BYTES) {
    note(START, 'is larger than 32 MB; nothing was read')
    return null
  }
  const counter = new LineCounter()
  const placeAt = (offset = 0): Place => {
    const { line, col } = counter.linePos(offset)
    return { line, column: col }
  }
  try {
    const yaml = parseDocument(text, {
      ...{ lineCounter: counter, prettyErrors: false, schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' },
    })
    for (const error of yaml.errors) note(placeAt(error.pos[0]), `is not YAML: ${error.message}`)
    return yaml.errors.length > 0 ? null : nodeOf(yaml.contents, { placeAt, note, depth: 0, at: START })
  } catch (error) {
    // The parser runs out of stack where groups lie in groups a thousand times over.
    note(START, `can’t be read as YAML: ${error instanceof Error ? error.message : String(error)}`)
    return null
  }
}

interface Walk {
  placeAt: (offset?: number) => Place
  note: Note
  depth: number
  /** Where a value would stand that is missing. */
  at: Place
}

function nodeOf(node: ParsedNode | YamlNode | null, walk: Walk): Node {
  const place = node?.range ? walk.placeAt(node.range[0]) : walk.at
  const deeper = { ...walk, depth: walk.depth + 1, at: place }
  if (walk.depth > DEEPEST) {
    walk.note(place, 'lies too deep; it was left out')
    return { is: 'nothing', place }
  }
  if (isAlias(node)) {
    walk.note(place, `refers to another part of the file (*${node.source}), which is not followed; it was left out`)
    return { is: 'nothing', place }
  }
  if (isSeq<YamlNode>(node)) return { is: 'list', items: node.items.map((item) => nodeOf(item, deeper)), place }
  if (isMap<YamlNode, YamlNode | null>(node)) return { is: 'group', fields: fieldsOf(node.items, deeper), place }
  const text = isScalar(node) ? String(node.value ?? '').trim() : ''
  const isEmpty = text === '' || (isScalar(node) && node.type === 'PLAIN' && /^(~|null)$/i.test(text))
  return isEmpty ? { is: 'nothing', place } : { is: 'text', text, place }
}

/** A key that is there twice counts once, as it was first. */
function fieldsOf(pairs: { key: YamlNode; value: YamlNode | null }[], walk: Walk): Field[] {
  const fields = new Map<string, Field>()
  for (const { key: name, value } of pairs) {
    const place = name?.range ? walk.placeAt(name.range[0]) : walk.at
    const key = isScalar(name) ? String(name.value) : ''
    if (!isScalar(name)) walk.note(place, 'has a name that is no text; it was left out')
    else if (fields.has(key)) walk.note(place, `${key} is there twice; the first counts`)
    else fields.set(key, { key, place, value: nodeOf(value, { ...walk, at: place }) })
  }
  return [...fields.values()]
}
