import { getTranslations } from 'next-intl/server'
import { highlight, type Line } from '../formats/highlight'
import { getLive, type Live } from '../queries/live'
import type { KeyFigure } from '../schema/front-matter'
import type { Tree } from '../schema/tree'

export type Words = (key: string, values?: Record<string, string | number>) => string

/** What drawing a text needs beside its tree. */
export interface Drawing {
  locale: string
  live: Live
  figures: KeyFigure[]
  words: Words
  /** What the parts of a text are called: tabs, films, diagrams, programmes. */
  parts: Words
  /** Colours a listing. */
  highlight: (code: string, language: string) => Line[]
  levels: Words
  calls: Words
}

/** Fetches everything that a text points at and the words around it, once. */
export async function prepareDrawing(
  tree: Tree,
  { locale, figures = [], now = new Date() }: { locale: string; figures?: KeyFigure[]; now?: Date },
): Promise<Drawing> {
  const [live, words, parts, levels, calls] = await Promise.all([
    getLive(tree, locale, now),
    getTranslations({ locale, namespace: 'text' }),
    getTranslations({ locale, namespace: 'parts' }),
    getTranslations({ locale, namespace: 'level' }),
    getTranslations({ locale, namespace: 'call' }),
  ])
  return { locale, live, figures, words, parts, levels, calls, highlight }
}
