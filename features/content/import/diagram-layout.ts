import { Graph, layout } from '@dagrejs/dagre'
import type { Diagram, Shape } from '../schema/diagram'

export interface Plan {
  nodes: Map<string, { shape: Shape; label: string }>
  edges: { from: string; to: string; label: string; dashed: boolean; both: boolean }[]
}

/** Of the sans at 14 px, on the wide side: nothing may run out of its box. */
const LETTER = 7.5
const HAN = 14.5
const LINE = 19
const WIDEST = 150
const MARGIN = 8

/** Places boxes and arrows with dagre (after Sugiyama: in ranks, with few crossings). */
export function layOut({ nodes, edges }: Plan, direction: 'right' | 'down'): Diagram {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({
    rankdir: direction === 'right' ? 'LR' : 'TB',
    nodesep: 28,
    ranksep: 44,
    edgesep: 16,
    marginx: MARGIN,
    marginy: MARGIN,
  })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const [name, { shape, label }] of nodes) {
    const lines = broken(label)
    const width = Math.max(56, ...lines.map(widthOf)) + (shape === 'round' ? 40 : 28)
    graph.setNode(key(name), { width, height: lines.length * LINE + (shape === 'store' ? 34 : 22) })
  }
  for (const [at, { from, to, label }] of edges.entries()) {
    const size = label ? { width: widthOf(label) + 12, height: LINE + 4, labelpos: 'c' } : { width: 0, height: 0 }
    graph.setEdge(key(from), key(to), size, String(at))
  }
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: [...nodes].map(([name, { shape, label }]) => {
      const { x, y, width, height } = graph.node(key(name))
      return { x: round(x), y: round(y), width: round(width), height: round(height), shape, lines: broken(label) }
    }),
    edges: edges.map(({ from, to, label, dashed, both }, at) => {
      const { points, x, y } = graph.edge(key(from), key(to), String(at))
      return {
        points: points.map((point: { x: number; y: number }) => [round(point.x), round(point.y)]),
        ...(label ? { label: { text: label, x: round(x), y: round(y) } } : {}),
        ...(dashed ? { dashed: true } : {}),
        ...(both ? { both: true } : {}),
      }
    }),
  }
}

/** The library keeps nodes in plain objects: no name may be one that objects have. */
function key(name: string): string {
  return `node ${name}`
}

/** Words in lines that fit a box. */
function broken(label: string): string[] {
  const lines: string[] = []
  for (const word of label.split(/\s+/)) {
    const last = lines.at(-1)
    const longer = `${last} ${word}`
    if (last !== undefined && widthOf(longer) <= WIDEST) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u1100-\u{1FFFF}]/u.test(letter) ? HAN : LETTER), 0)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
