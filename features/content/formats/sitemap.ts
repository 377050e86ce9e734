import { type Element, element, xmlDocument } from '@/lib/xml'
import { localized } from '../schema/kinds'
import { languageTag } from './article-item'

/** A page in the languages that it exists in, each with its path without prefix. */
export interface SitePlace {
  languages: Record<string, string>
  /** The day of the last change that readers were told of. */
  modified?: string | null
  /** Paths of this site. */
  pictures?: string[]
}

/** What the protocol allows in one file. */
const IN_A_SITEMAP = 50_000

/** Pages in parts that each fit into a file; one page's languages stay together. */
export function sitemapParts(places: SitePlace[], most = IN_A_SITEMAP): SitePlace[][] {
  const parts: SitePlace[][] = [[]]
  let count = 0
  for (const place of places) {
    const own = Object.keys(place.languages).length
    if (count + own > most) {
      parts.push([])
      count = 0
    }
    parts.at(-1)?.push(place)
    count += own
  }
  return parts
}

/** A sitemap (sitemaps.org 0.9) with languages (xhtml:link) and pictures (Google's image extension). */
export function sitemap(places: SitePlace[], origin: string): string {
  const namespaces = {
    xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
    'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
    'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
  }
  return xmlDocument(
    element(
      'urlset',
      namespaces,
      places.flatMap((place) => urlsOf(place, origin)),
    ),
  )
}

export function sitemapIndex(count: number, origin: string): string {
  const files = Array.from({ length: count }, (_, at) =>
    element('sitemap', {}, [element('loc', {}, `${origin}/sitemaps/${at + 1}.xml`)]),
  )
  return xmlDocument(element('sitemapindex', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, files))
}

function urlsOf({ languages, modified = null, pictures = [] }: SitePlace, origin: string): Element[] {
  const addresses = Object.entries(languages).map(
    ([locale, path]) => [locale, origin + localized(path, locale)] as const,
  )
  const alternates = addresses.map(([locale, href]) =>
    element('xhtml:link', { rel: 'alternate', hreflang: languageTag(locale), href }),
  )
  return addresses.map(([, href]) =>
    element('url', {}, [
      element('loc', {}, href),
      modified === null ? null : element('lastmod', {}, modified),
      ...(alternates.length > 1 ? alternates : []),
      ...pictures.map((path) => element('image:image', {}, [element('image:loc', {}, encodeURI(origin + path))])),
    ]),
  )
}
