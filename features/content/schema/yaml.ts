import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document as Yaml } from 'yaml'
import type { z } from 'zod'
import type { Place, Refuse } from './problems'

type Path = readonly PropertyKey[]
export type Checked<T> = { data: T; placeOf: (path: Path) => Place }

/** Reads YAML into what the schema allows. `firstLine` is the line of the file on which `source` begins. */
export function readYaml<T>(
  schema: z.ZodType<T>,
  source: string,
  firstLine: number,
  refuse: Refuse,
): Checked<T> | null {
  const counter = new LineCounter()
  const yaml = parseDocument(source, { lineCounter: counter, prettyErrors: false })
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    return { line: line + firstLine - 1, column: col }
  }
  for (const error of yaml.errors) refuse(placeAt(error.pos[0]), `is not YAML: ${error.message}`)
  if (yaml.errors.length > 0) return null

  const placeOf = (path: Path) => placeAt(offsetOf(yaml, path))
  const parsed = schema.safeParse(toData(yaml), { reportInput: true })
  if (parsed.success) return { data: parsed.data, placeOf }
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        refuse(placeOf([...issue.path, key]), `${named([...issue.path, key])}is not a field here`)
    } else refuse(placeOf(issue.path), named(issue.path) + sentenceOf(issue))
  }
  return null
}

/** An alias that multiplies itself is refused by the parser: that is broken too. */
function toData(yaml: Yaml): unknown {
  try {
    return yaml.toJS() ?? {}
  } catch {
    return null
  }
}

/** Where that field stands, or, where it is missing, the nearest that would hold it. */
function offsetOf(yaml: Yaml, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? yaml.contents : yaml.getIn(path.slice(0, length - 1), true)
    const key = path[length - 1]
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key)
      if (pair && isNode(pair.key)) return pair.key.range?.[0] ?? 0
    }
    const node = yaml.getIn(path.slice(0, length), true)
    if (isNode(node)) return node.range?.[0] ?? 0
  }
  return 0
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const isAbsent = (issue.code === 'invalid_type' || issue.code === 'invalid_value') && issue.input === undefined
  if (isAbsent) return 'is missing'
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`
  if (issue.code === 'invalid_type' && issue.expected === 'array') return 'must be a list'
  if (issue.code === 'invalid_type' && issue.expected === 'object') return 'must be a group of fields'
  return issue.message
}

function named(path: Path): string {
  return path.length === 0 ? '' : `${path.map(String).join('.')} `
}
