import { localized } from './i18n/addresses'

/** What has a picture of its own for where it is shared. A session's slug is its event's and its code: `event/CODE`. */
export interface Card {
  kind: 'site' | 'article' | 'case-study' | 'project' | 'person' | 'organization' | 'event' | 'session'
  slug: string
}

export const CARD_SIZE = { width: 1200, height: 630 }

/** Where the picture is; code and slug are joined by a dot, which neither holds. */
export function cardImage({ kind, slug }: Card, locale: string) {
  const path = `/cards/${kind}/${slug.replace('/', '.').toLowerCase()}.png`
  return { url: localized(path, locale), type: 'image/png', ...CARD_SIZE }
}
