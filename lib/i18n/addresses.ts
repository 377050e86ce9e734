/** The address of a document in this language: `/events` and `/zh/events`. English, the first, has no prefix. */
export function localized(path: string, locale: string): string {
  if (locale === 'en') return path
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}
