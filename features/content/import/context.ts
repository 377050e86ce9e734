import type { Definition, Nodes } from 'mdast'
import { headingId } from '../rules'
import type { Place, Refuse } from '../schema/problems'
import type { Heading } from '../schema/tree'
import type { Files } from './pictures'

/** A node, or anything else that knows where it stands. */
export type Standing = Pick<Nodes, 'position'>

/** An address that a file leads to, and where it says so. */
export type Reference = { path: string; place: Place | undefined }

/** What is gathered while one text becomes a tree. */
export interface Context extends Files {
  refuse: (at: Standing, message: string) => void
  refuseAt: Refuse
  /** Anchors of the figures in the front matter. */
  anchors: ReadonlySet<string>
  /** Figures whose place has been found. */
  found: Set<string>
  references: Reference[]
  contents: Heading[]
  /** `[text][name]` leads to what is defined elsewhere in the file. */
  definitions: Map<string, Definition>
  /** Footnotes in the order in which the text comes to them. */
  notes: string[]
  ids: Set<string>
  /** Of the heading under which the text stands. */
  level: number
  /** The one project that the text is about, where it is about one. */
  project: string | null
}

export function contextFor(refuse: Refuse, anchors: string[], project: string | null, files: Files): Context {
  return {
    refuse: (at, message) => refuse(placeOf(at), message),
    refuseAt: refuse,
    ...files,
    level: 1,
    project,
    anchors: new Set(anchors),
    found: new Set(),
    references: [],
    contents: [],
    definitions: new Map(),
    notes: [],
    // What the page around the text calls its own parts.
    ids: new Set([...anchors, 'content', 'contents', 'site-menu']),
  }
}

function placeOf({ position }: Standing): Place | undefined {
  const start = position?.start
  return start && { line: start.line, column: start.column }
}

export function refer(context: Context, node: Standing, path: string): void {
  context.references.push({ path, place: placeOf(node) })
}

/** A name for this heading that nothing else on the page has. */
export function freshId(context: Context, text: string): string {
  const wanted = headingId(text)
  let id = wanted
  for (let n = 2; context.ids.has(id); n++) id = `${wanted}-${n}`
  context.ids.add(id)
  return id
}
