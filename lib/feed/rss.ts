import { type Feed, type FeedItem, isChanged } from '../feed'
import { element, xmlDocument } from '../xml'

export const RSS_TYPE = 'application/rss+xml; charset=utf-8'

/** RSS 2.0 with whole texts (`content:encoded`), a `dc:creator` for each author and `atom:updated` where one was changed. */
export function rss(feed: Feed): string {
  const channel = element('channel', {}, [
    element('title', {}, feed.title),
    element('link', {}, feed.link),
    element('description', {}, feed.description),
    element('atom:link', { href: feed.self, rel: 'self', type: 'application/rss+xml' }),
    element('language', {}, feed.language),
    element('lastBuildDate', {}, rfc822(feed.updated)),
    element('generator', {}, 'Lectern'),
    ...feed.items.map(itemOf),
  ])
  return xmlDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      [channel],
    ),
  )
}

function itemOf(item: FeedItem) {
  return element('item', {}, [
    element('title', {}, item.title),
    element('link', {}, item.url),
    element('guid', { isPermaLink: 'false' }, item.id),
    item.published && element('pubDate', {}, rfc822(item.published)),
    isChanged(item) ? element('atom:updated', {}, item.updated.toISOString()) : null,
    ...item.authors.map(({ name }) => element('dc:creator', {}, name)),
    ...item.tags.map((tag) => element('category', {}, tag)),
    element('description', {}, asHtml(item.summary)),
    element('content:encoded', {}, item.html),
  ])
}

/** RFC 822 as RSS wants it: a year of four digits and a numeric offset. */
function rfc822(moment: Date): string {
  return moment.toUTCString().replace('GMT', '+0000')
}

/** Readers take a description for HTML. */
function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
