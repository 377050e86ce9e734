import type { ReactNode } from 'react'
import { wordsFor } from '@/lib/i18n/words'
import type { TranslationState } from '../queries/translations'
import type { HeadField } from '../rules/translated-head'
import styles from './translation-note.module.css'

type Place = { path: string; locale: string }
const wordsOf = (locale: string) => wordsFor(locale === 'zh' ? 'zh' : 'en', 'translation')

/** Where this text stands beside its other language, and how far the two have come apart. Nothing without another. */
export function TranslationNote({
  state,
  translations,
  path,
  locale,
}: Place & { state: TranslationState | null; translations: Record<string, string> }) {
  if (Object.keys(translations).length < 2) return null
  const words = wordsOf(locale)
  const behind = state?.pairs?.filter((pair) => pair.state !== 'same' && pair.state !== 'own').length ?? 0
  return (
    <p className={styles.note} data-screen-only="">
      {state && state.fields.length > 0 && <span>{words('head', { fields: fieldNames(state.fields, locale) })} </span>}
      {behind > 0 && <span>{words('behind', { count: behind })} </span>}
      <a href={path}>{words('sideBySide')}</a>
    </p>
  )
}

function fieldNames(fields: readonly HeadField[], locale: string): string {
  const words = wordsOf(locale)
  return new Intl.ListFormat(locale).format(fields.map((field) => words(`field.${field}`)))
}

/** What stands behind each block whose source is not what it was, by the block's place; each leads to that source. */
export function translationMarks(
  state: TranslationState | null,
  { path, locale }: Place,
): ReadonlyMap<number, ReactNode> | undefined {
  const flagged = (state?.pairs ?? []).filter(({ state, target }) => target !== null && isFlagged(state))
  if (flagged.length === 0) return undefined
  const words = wordsOf(locale)
  return new Map(
    flagged.map((pair) => [
      pair.target ?? 0,
      <p key={pair.target} className={styles.mark}>
        {words(pair.state)} <a href={`${path}#${rowId(pair)}`}>{words('compare')}</a>
      </p>,
    ]),
  )
}

/** What a row of the side-by-side page is called. */
export function rowId({ source, target }: { source: number | null; target: number | null }): string {
  return source === null ? `t${(target ?? 0) + 1}` : `s${source + 1}`
}

export function isFlagged(state: string): boolean {
  return state === 'changed' || state === 'gone'
}
