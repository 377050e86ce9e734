import type { Diagram, Shape } from '../schema/diagram'
import type { Place } from '../schema/problems'
import { layOut, type Plan } from './diagram-layout'

const NAME = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_.-]*`
const NODE = new RegExp(`^(${NAME})\\s*:\\s*(.+)$`, 'u')
const EDGE = new RegExp(`^(${NAME})\\s+(-->|->|<->)\\s+(${NAME})(?:\\s*:\\s*(.+))?$`, 'u')
const MOST_LINES = 120
const LONGEST = 80

/**
 * A diagram from its lines: `name: Label`, `name: (Label)` for a round one and `name: [Label]` for a store;
 * `one -> other: label`, `-->` dashed, `<->` both ways; `#` begins a comment. Null where something was refused.
 */
export function readDiagram(
  text: string,
  direction: 'right' | 'down',
  refuse: (at: Place, message: string) => void,
): Diagram | null {
  const plan: Plan = { nodes: new Map(), edges: [] }
  let isFine = true
  const refused = (line: number, column: number, message: string) => {
    refuse({ line, column }, message)
    isFine = false
  }
  const lines = text.split('\n')
  for (const [at, whole] of lines.slice(0, MOST_LINES).entries()) {
    const line = whole.trim()
    const message = line === '' || line.startsWith('#') ? null : add(line, plan)
    if (message !== null) refused(at + 1, whole.length - whole.trimStart().length + 1, message)
  }
  if (lines.length > MOST_LINES) refused(MOST_LINES + 1, 1, `is a diagram of more than ${MOST_LINES} lines`)
  else if (isFine && plan.nodes.size === 0) refused(1, 1, 'is a diagram without anything in it')
  return isFine ? layOut(plan, direction) : null
}

/** What is wrong with the line, or null. */
function add(line: string, { nodes, edges }: Plan): string | null {
  const edge = EDGE.exec(line)
  if (edge) {
    const [, from = '', arrow, to = '', label = ''] = edge
    if (label.length > LONGEST) return `has a label of more than ${LONGEST} characters`
    for (const name of [from, to]) if (!nodes.has(name)) nodes.set(name, { shape: 'box', label: name })
    edges.push({ from, to, label, dashed: arrow === '-->', both: arrow === '<->' })
    return null
  }
  const [, name, said = ''] = NODE.exec(line) ?? []
  if (name === undefined) return 'is neither “name: Label” nor “one -> other: label”'
  if (said.length > LONGEST) return `has a label of more than ${LONGEST} characters`
  nodes.set(name, labelled(said))
  return null
}

function labelled(said: string): { shape: Shape; label: string } {
  const [, round] = /^\((.+)\)$/.exec(said) ?? []
  if (round) return { shape: 'round', label: round.trim() }
  const [, store] = /^\[(.+)\]$/.exec(said) ?? []
  return store ? { shape: 'store', label: store.trim() } : { shape: 'box', label: said }
}
