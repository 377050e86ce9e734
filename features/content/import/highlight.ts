import { createCssVariablesTheme, createHighlighterCoreSync, type HighlighterCore } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import bash from 'shiki/langs/bash.mjs'
import diff from 'shiki/langs/diff.mjs'
import go from 'shiki/langs/go.mjs'
import json from 'shiki/langs/json.mjs'
import typescript from 'shiki/langs/typescript.mjs'
import yaml from 'shiki/langs/yaml.mjs'
import type { Token } from '../schema/tree'

const GRAMMARS = { bash, yaml, go, json, typescript, diff }
/** What a code block may name; `terminal` is told apart before this. */
export const LANGUAGES = [...Object.keys(GRAMMARS), 'text', 'terminal']

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
  'token-inserted': 'inserted',
  'token-deleted': 'deleted',
  'token-changed': 'changed',
}

let kept: HighlighterCore | undefined

function highlighter(): HighlighterCore {
  kept ??= createHighlighterCoreSync({
    themes: [theme],
    langs: Object.values(GRAMMARS),
    engine: createJavaScriptRegexEngine(),
  })
  return kept
}

/** The lines of a listing, each as runs of one colour. */
export function highlight(code: string, language: string): Token[][] {
  if (!Object.hasOwn(GRAMMARS, language)) return code.split('\n').map((line) => (line ? [line] : []))
  const lines = highlighter().codeToTokensBase(code, { lang: language, theme: 'roles' })
  return lines.map((line) => joined(line.map(({ content, color = '' }) => tokenOf(content, color))))
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

/** A session at a prompt: lines after `$ ` are commands, and what a backslash continues belongs to them. */
export function terminalLines(code: string): { command: boolean; text: string }[] {
  let continues = false
  return code.split('\n').map((line) => {
    const command = continues || line.startsWith('$ ')
    const text = line.startsWith('$ ') ? line.slice(2) : line
    continues = command && line.endsWith('\\')
    return { command, text }
  })
}
