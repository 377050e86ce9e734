import { createTranslator, type Messages } from 'next-intl'
import en from './en'
import type { Locale } from './routing'
import zh from './zh'

const MESSAGES: Record<Locale, Messages> = { en, zh }

/** Texts with their values put in; `key` is a path within the namespace, such as `level.moved`. */
export type Words = (key: string, values?: Record<string, string | number>) => string

/** The texts of one part in one language, also outside a request: for mail and files. */
export function wordsFor(locale: Locale, namespace: string): Words {
  const translate = createTranslator({ locale, messages: MESSAGES[locale], namespace })
  return (key, values) => translate(key, values)
}
