import type { Kind } from '../schema/kinds'
import { lineOf } from '../schema/problems'
import { compile } from './compile'

/** The fields of an article that is fine. */
export const FIELDS = `title: A title
summary: A summary.
date: 2018-07-31
authors: []
category: technical
tags: []
projects: []
organizations: []
events: []
people: []`
export const HEAD = `---\n${FIELDS}\n---\n`
/** The line on which a text below HEAD begins. */
export const FIRST = 13

export async function read(
  text: string,
  { kind = 'article', name = 'some', locale = 'en' }: { kind?: Kind; name?: string; locale?: string } = {},
) {
  const outcome = await compile({ file: 'content/blog/some.mdx', kind, name, locale, text, hash: '' }, 'public')
  return 'compiled' in outcome ? outcome.compiled : { problems: outcome.problems.map(lineOf) }
}

export async function problemsIn(text: string, options: Parameters<typeof read>[1] = {}): Promise<string[]> {
  const outcome = await read(text, options)
  return 'problems' in outcome ? outcome.problems.map((line) => line.replace('content/blog/some.mdx:', '')) : []
}

export async function treeOf(body: string) {
  const outcome = await read(HEAD + body)
  if ('problems' in outcome) throw new Error(outcome.problems.join('\n'))
  return outcome
}
