import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { stringify } from 'yaml'
import { plainText } from '@/lib/text'
import type { Tree } from '../schema/tree'
import { portable } from './portable'
import type { Journey } from './portable-line'

export const MARKDOWN_TYPE = 'text/markdown; charset=utf-8'

export interface MarkdownHead {
  title: string
  summary: string
  date: string | null
  authors: string[]
  language: string
  tags: string[]
  /** The page to cite; where it was first published, if that was elsewhere. */
  canonical: string
}

/** A text as a file of GitHub-flavoured Markdown under YAML front matter; what is not known is left out. */
export function textMarkdown(head: MarkdownHead, tree: Tree, journey: Omit<Journey, 'notes'>): string {
  const known = Object.entries(head).filter(([, value]) => value !== null && value.length > 0)
  const root = portable(tree, { ...journey, notes: 'footnotes' })
  const title = {
    type: 'heading' as const,
    depth: 1 as const,
    children: [{ type: 'text' as const, value: head.title }],
  }
  const body = toMarkdown(
    { ...root, children: [title, ...root.children] },
    { extensions: [gfmToMarkdown()], bullet: '-', emphasis: '_', rule: '-', fences: true, listItemIndent: 'one' },
  )
  return plainText(`---\n${stringify(Object.fromEntries(known), { lineWidth: 0 })}---\n\n${body}`)
}
