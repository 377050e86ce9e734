import { createCssVariablesTheme, createHighlighterCoreSync, type HighlighterCore } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import bash from 'shiki/langs/bash.mjs'
import go from 'shiki/langs/go.mjs'
import json from 'shiki/langs/json.mjs'
import typescript from 'shiki/langs/typescript.mjs'
import yaml from 'shiki/langs/yaml.mjs'

const GRAMMARS = { bash, yaml, go, json, typescript }
/** Text of one colour: plain, or with a class of app/styles/code.css (`tok-…` without the prefix). */
export type Token = string | [kind: string, text: string]
/** `change`: of a diff, what the line does. */
export type Line = { tokens: Token[]; change?: 'inserted' | 'deleted' | 'place' }

/** The theme writes variables in place of colours; their names become classes, so that both themes share one text. */
const theme = createCssVariablesTheme({ name: 'roles', variablePrefix: '--' })
const CLASSES: Record<string, string> = {
  'token-keyword': 'keyword',
  'token-string': 'string',
  'token-string-expression': 'string',
  'token-constant': 'constant',
  'token-function': 'function',
  'token-parameter': 'property',
  'token-comment': 'comment',
}
/** Longer lines and listings stay plain: a grammar may take its time. */
const LONGEST_LINE = 2_000
const LONGEST = 50_000
/**
 * Milliseconds for one line; what is left of it then takes the colour before it, and the page is kept so. The
 * library's own 500 pass on a busy machine, which compiles a grammar's expressions at the first line that meets them.
 */
const PATIENCE = 10_000

let kept: HighlighterCore | undefined
const loaded = new Set<string>()

/** One highlighter, with the grammars that have been asked for. */
function highlighterFor(language: keyof typeof GRAMMARS): HighlighterCore {
  kept ??= createHighlighterCoreSync({ themes: [theme], langs: [], engine: createJavaScriptRegexEngine() })
  if (!loaded.has(language)) kept.loadLanguageSync(GRAMMARS[language])
  loaded.add(language)
  return kept
}

/** The lines of a listing, each as runs of one colour. */
export function highlight(code: string, language: string): Line[] {
  if (language === 'diff') return code.split('\n').map(changed)
  if (!isColored(language) || code.length > LONGEST)
    return code.split('\n').map((line) => ({ tokens: line ? [line] : [] }))
  const lines = highlighterFor(language).codeToTokensBase(code, {
    lang: language,
    theme: 'roles',
    tokenizeMaxLineLength: LONGEST_LINE,
    tokenizeTimeLimit: PATIENCE,
  })
  return lines.map((line) => ({ tokens: joined(line.map(({ content, color = '' }) => tokenOf(content, color))) }))
}

function isColored(language: string): language is keyof typeof GRAMMARS {
  return Object.hasOwn(GRAMMARS, language)
}

const CHANGES = { '+': 'inserted', '-': 'deleted', '@': 'place' } as const

function changed(line: string): Line {
  const tokens = line ? [line] : []
  if (/^(\+\+\+|---|diff |index )/.test(line)) return { tokens: [['comment', line]] }
  const [sign] = line
  return sign === '+' || sign === '-' || sign === '@' ? { tokens, change: CHANGES[sign] } : { tokens }
}

function tokenOf(content: string, color: string): Token {
  const kind = CLASSES[color.replace(/^var\(--(.*)\)$/, '$1')]
  return kind && content.trim() ? [kind, content] : content
}

/** Neighbours of one colour are one token: fewer elements on the page. */
function joined(tokens: Token[]): Token[] {
  const result: Token[] = []
  for (const token of tokens) {
    const last = result.at(-1)
    if (typeof token === 'string' && typeof last === 'string') result[result.length - 1] = last + token
    else if (Array.isArray(token) && Array.isArray(last) && token[0] === last[0]) last[1] += token[1]
    else result.push(Array.isArray(token) ? [...token] : token)
  }
  return result
}
