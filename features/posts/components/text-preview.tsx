'use client'
import { MDXProvider, useMDXComponents } from '@mdx-js/react'
import { createTranslator, type Messages } from 'next-intl'
import { useMemo } from 'react'
import type { Drawing } from '@/features/content/components/drawing'
import { AUTHOR_PARTS, type AuthorParts } from '@/features/content/components/parts'
import { TextTree } from '@/features/content/components/tree'
import type { Preview } from '../queries/preview'

export interface PreviewWords {
  locale: string
  /** The namespaces that drawing a text speaks with. */
  messages: Messages
}

/**
 * The text as readers will have it, with the author's components. It is drawn from its tree as the page is: nothing that
 * a guest has typed is compiled or run in a browser.
 */
export function TextPreview({ preview, words }: { preview: Preview; words: PreviewWords }) {
  return (
    <MDXProvider components={AUTHOR_PARTS}>
      <Drawn preview={preview} words={words} />
    </MDXProvider>
  )
}

function Drawn({ preview: { tree, live }, words: { locale, messages } }: { preview: Preview; words: PreviewWords }) {
  const provided = useMDXComponents()
  const parts = isAuthorParts(provided) ? provided : AUTHOR_PARTS
  const drawing = useMemo((): Drawing => {
    const of = (namespace: string) => {
      const translate = createTranslator({ locale, messages, namespace })
      return (key: string, values?: Record<string, string | number>) => translate(key, values)
    }
    return {
      locale,
      live: { ...live, localPath: (href) => href },
      figures: [],
      words: of('text'),
      parts: of('parts'),
      levels: of('level'),
      calls: of('call'),
      highlight: (code) => code.split('\n').map((line) => ({ tokens: line ? [line] : [] })),
    }
  }, [locale, messages, live])
  return tree ? <TextTree tree={tree} drawing={drawing} parts={parts} /> : null
}

/** Whether every part is there: the provider's type does not say which blocks its components take. */
function isAuthorParts(provided: object): provided is AuthorParts {
  const parts = new Map<string, unknown>(Object.entries(provided))
  return Object.keys(AUTHOR_PARTS).every((kind) => typeof parts.get(kind) === 'function')
}
