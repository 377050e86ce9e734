/** One record of people.json with its place in the file. */
export interface RawRecord {
  /** From 1, in the order of the file. */
  number: number
  line: number
  fields: Record<string, unknown>
  /** The line of each field; of one that is there twice, the last, which counts. */
  lines: Map<string, number>
  twice: string[]
}

export interface Place {
  line: number
  text: string
}

export type Read = { ok: true; records: RawRecord[]; notes: Place[] } | { ok: false; notes: Place[] }

/** Reads the list of a people.json. What is no record is left out and said; what is no JSON is said with its line. */
export function readRecords(text: string): Read {
  const source = text.replace(/^\uFEFF/, '')
  const parsed = parse(source)
  if ('problem' in parsed) return { ok: false, notes: [parsed.problem] }
  if (!Array.isArray(parsed.value)) return { ok: false, notes: [{ line: 1, text: 'not a list of people' }] }
  const places = scan(source)
  const notes: Place[] = []
  const records = parsed.value.flatMap((value: unknown, index): RawRecord[] => {
    const place = places[index] ?? { line: 1, keys: [] }
    if (!isObject(value)) {
      notes.push({ line: place.line, text: `record ${index + 1} is no object; left out` })
      return []
    }
    const names = place.keys.map(({ name }) => name)
    const twice = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))]
    const lines = new Map(place.keys.map(({ name, line }) => [name, line]))
    return [{ number: index + 1, line: place.line, fields: value, lines, twice }]
  })
  return { ok: true, records, notes }
}

function parse(text: string): { value: unknown } | { problem: Place } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const at = /at position (\d+)/.exec(message)?.[1]
    const before = at ? text.slice(0, Number(at)) : text
    return { problem: { line: before.split('\n').length, text: `not JSON: ${message}` } }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

interface Scanned {
  line: number
  keys: { name: string; line: number }[]
}

/** Where each element of the list and each of its keys stands, in a text that is known to be JSON. */
function scan(text: string): Scanned[] {
  const found: Scanned[] = []
  let [line, depth, isNext] = [1, 0, false]
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '\n') line++
    if (character === undefined || /\s/.test(character)) continue
    if (depth === 1 && isNext && character !== ']') {
      found.push({ line, keys: [] })
      isNext = false
    }
    if (character === '"') {
      const end = endOfString(text, at)
      if (depth === 2 && /^\s*:/.test(text.slice(end + 1, end + 20)))
        found.at(-1)?.keys.push({ name: JSON.parse(text.slice(at, end + 1)), line })
      at = end
    } else if (character === '{' || character === '[') {
      depth++
      if (depth === 1) isNext = true
    } else if (character === '}' || character === ']') depth--
    else if (character === ',' && depth === 1) isNext = true
  }
  return found
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}
