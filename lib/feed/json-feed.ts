import { type Feed, type FeedItem, isChanged } from '../feed'
import { oneLine, plainText } from '../text'

export const JSON_FEED_TYPE = 'application/feed+json; charset=utf-8'

/** JSON Feed 1.1 with whole texts. */
export function jsonFeed(feed: Feed): string {
  const file = {
    version: 'https://jsonfeed.org/version/1.1',
    title: oneLine(feed.title),
    home_page_url: feed.link,
    feed_url: feed.self,
    description: oneLine(feed.description),
    language: feed.language,
    items: feed.items.map(itemOf),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

function itemOf(item: FeedItem): Record<string, unknown> {
  return {
    id: item.id,
    url: item.url,
    title: oneLine(item.title),
    summary: oneLine(item.summary),
    content_html: plainText(item.html),
    ...(item.image ? { image: item.image } : {}),
    ...(item.published ? { date_published: item.published.toISOString() } : {}),
    ...(isChanged(item) ? { date_modified: item.updated.toISOString() } : {}),
    ...(item.authors.length > 0 ? { authors: item.authors } : {}),
    ...(item.tags.length > 0 ? { tags: item.tags } : {}),
    language: item.language,
  }
}
