import type { Code } from 'mdast'
import type { z } from 'zod'
import { type Block, LANGUAGES } from '../schema/tree'
import { CODE } from './components'
import type { Context } from './context'
import { readDiagram } from './diagram'

const KINDS = [...LANGUAGES, 'terminal', 'diagram']

/** A code block: a listing, a session at a prompt, or a diagram. */
export function codeOf(node: Code, context: Context): Block[] {
  const language = node.lang ?? ''
  if (!KINDS.includes(language)) {
    const what = language ? `is code in “${language}”` : 'is code without a language'
    context.refuse(node, `${what}; there are ${KINDS.join(', ')}`)
    return []
  }
  if (language === 'diagram') return diagramOf(node, context)
  if (language === 'terminal') {
    const props = propertiesOf(node, CODE.terminal, context)
    return props ? [{ is: 'terminal', lines: terminalLines(node.value), ...titled(props.title) }] : []
  }
  return listingOf(node, language, context)
}

function listingOf(node: Code, language: string, context: Context): Block[] {
  const props = propertiesOf(node, CODE.code, context)
  if (!props) return []
  const last = node.value.split('\n').length
  const marked = props.lines === undefined ? [] : linesOf(props.lines)
  if (marked.some((line) => line < 1 || line > last) || (props.lines !== undefined && marked.length === 0)) {
    context.refuse(node, `marks lines ${props.lines} of ${last}`)
    return []
  }
  const marks = marked.length > 0 ? { marked } : {}
  return [{ is: 'listing', language, code: node.value, ...titled(props.title), ...marks }]
}

function diagramOf(node: Code, context: Context): Block[] {
  const props = propertiesOf(node, CODE.diagram, context)
  if (!props) return []
  const indent = node.position?.start.column ?? 1
  const first = (node.position?.start.line ?? 0) + 1
  const diagram = readDiagram(node.value, props.direction, ({ line, column }, message) =>
    context.refuseAt({ line: first + line - 1, column: column + indent - 1 }, message),
  )
  return diagram ? [{ is: 'diagram', alt: props.alt, ...titled(props.caption), ...diagram }] : []
}

/** What follows the language, `title="…" lines="2,4-6"`, as its schema has it; null where it is refused. */
function propertiesOf<T>(node: Code, schema: z.ZodType<T>, context: Context): T | null {
  const meta = node.meta ?? ''
  const given: Record<string, string> = {}
  const rest = meta.replace(/(?<=^|\s)([a-z]+)="([^"]*)"(?=\s|$)/g, (whole, name: string, value: string) => {
    if (Object.hasOwn(given, name)) return whole
    given[name] = value
    return ''
  })
  if (rest.trim()) {
    context.refuse(node, `has “${rest.trim()}” after its language: write title="…", each once`)
    return null
  }
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) {
    const [key] = issue.path
    if (issue.code === 'unrecognized_keys')
      context.refuse(node, `code in ${node.lang} has no property ${issue.keys.join(', ')}`)
    else if (given[String(key)] === undefined) context.refuse(node, `code in ${node.lang} needs ${String(key)}="…"`)
    else context.refuse(node, `${String(key)} ${issue.message}`)
  }
  return null
}

function titled(title: string | undefined): { title?: string } {
  return title === undefined ? {} : { title }
}

function linesOf(text: string): number[] {
  const numbers = text.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number)
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
  })
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** A session at a prompt: lines after `$ ` are commands, and what a backslash continues belongs to them. */
function terminalLines(code: string): { command: boolean; text: string }[] {
  let continues = false
  return code.split('\n').map((line) => {
    const command = continues || line.startsWith('$ ')
    const text = line.startsWith('$ ') ? line.slice(2) : line
    continues = command && line.endsWith('\\')
    return { command, text }
  })
}
