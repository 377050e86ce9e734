import { setApart } from '@/lib/text'

/** The words of a mail, with `{placeholders}` and `{#sections}…{/sections}` that are left out where they say nothing. */
export interface Template {
  subject: string
  text: string
}

export type Rendered = ({ ok: true } & Template) | { ok: false; empty: string[] }

const MARK = /\{([#/]?)([a-z][A-Za-z]*)\}/g

/** The mail for one reader; refused with the names of the placeholders that would have been a gap. */
export function renderTemplate({ subject, text }: Template, values: Record<string, string>): Rendered {
  const empty = new Set<string>()
  const fill = (source: string) =>
    withoutSections(source, values).replace(MARK, (_, __, name: string) => {
      const value = values[name]?.trim() ?? ''
      if (!value) empty.add(name)
      return setApart(value)
    })
  const words = { subject: oneLine(fill(subject)), text: `${tidy(fill(text))}\n` }
  if (empty.size > 0) return { ok: false, empty: [...empty] }
  return { ok: true, ...words }
}

export interface TemplateProblem {
  field: keyof Template
  word: 'missing' | 'unknown' | 'unbalanced' | 'unlinked'
  names: string[]
}

export const marked = (names: string[]) => names.map((name) => `{${name}}`).join(', ')

/** The same as people read it. */
export function templateWords(word: TemplateProblem['word'], names: string[]): string {
  if (word === 'missing') return 'Write something'
  if (word === 'unknown') return `Nothing is called ${marked(names)}: see the list of placeholders`
  if (word === 'unlinked') return 'Without {link} nobody could answer'
  return `The section ${marked(names)} is not opened and closed once, without another inside`
}

/** What is wrong with a template whoever reads it: nothing in it, a placeholder that nobody knows, a section left open. */
export function templateProblems(template: Template, known: readonly string[]): TemplateProblem[] {
  return (['subject', 'text'] as const).flatMap((field): TemplateProblem[] => {
    const source = template[field]
    if (!source.trim()) return [{ field, word: 'missing', names: [] }]
    const unknown = [...source.matchAll(MARK)].flatMap(([, , name = '']) => (known.includes(name) ? [] : name))
    if (unknown.length > 0) return [{ field, word: 'unknown', names: [...new Set(unknown)] }]
    const open = openSections(source)
    return open.length > 0 ? [{ field, word: 'unbalanced', names: open }] : []
  })
}

/** Sections hold no sections: what is opened is closed before the next. */
function openSections(source: string): string[] {
  let open: string | null = null
  for (const [, mark, name = ''] of source.matchAll(MARK)) {
    if (mark === '#' && open) return [open]
    if (mark === '#') open = name
    if (mark === '/' && open !== name) return [name]
    if (mark === '/') open = null
  }
  return open ? [open] : []
}

function withoutSections(source: string, values: Record<string, string>): string {
  return source.replace(/\{#([a-z][A-Za-z]*)\}([\s\S]*?)\{\/\1\}/g, (_, name: string, inside: string) =>
    values[name]?.trim() ? inside : '',
  )
}

/** What was left out leaves no hole. */
const tidy = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** A title must not break out of the subject's line. */
const oneLine = (subject: string) => subject.replace(/\s+/g, ' ').trim()
