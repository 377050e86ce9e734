import type { Feed, FeedItem } from '../feed'
import { type Element, element, xmlDocument } from '../xml'

export const ATOM_TYPE = 'application/atom+xml; charset=utf-8'

/** Atom (RFC 4287) with whole texts. */
export function atom(feed: Feed): string {
  const { publisher } = feed
  // Section 4.1.1: an entry without an author needs one of the feed.
  const isUnsigned = feed.items.length === 0 || feed.items.some(({ authors }) => authors.length === 0)
  return xmlDocument(
    element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language }, [
      element('id', {}, feed.id),
      element('title', {}, feed.title),
      element('subtitle', {}, feed.description),
      element('updated', {}, feed.updated.toISOString()),
      isUnsigned ? person({ name: publisher.name, url: publisher.url }) : null,
      element('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.link }),
      element('generator', {}, 'Lectern'),
      ...feed.items.map(entryOf),
    ]),
  )
}

function entryOf(item: FeedItem): Element {
  return element('entry', { 'xml:lang': item.language }, [
    element('id', {}, item.id),
    element('title', {}, item.title),
    element('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    item.published && element('published', {}, item.published.toISOString()),
    element('updated', {}, item.updated.toISOString()),
    ...item.authors.map(person),
    ...item.tags.map((term) => element('category', { term })),
    element('summary', {}, item.summary),
    element('content', { type: 'html' }, item.html),
  ])
}

function person({ name, url }: FeedItem['authors'][number]): Element {
  return element('author', {}, [element('name', {}, name), url ? element('uri', {}, url) : null])
}
