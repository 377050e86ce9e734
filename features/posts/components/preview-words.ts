import { getMessages } from 'next-intl/server'
import type { PreviewWords } from './text-preview'

/** The words that drawing a text needs, for the browser that draws it. */
export async function previewWords(locale: string): Promise<PreviewWords> {
  const { text, parts, level, call } = await getMessages({ locale })
  return { locale, messages: { text, parts, level, call } }
}
