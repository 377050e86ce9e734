import type { Feed } from '../feed'
import { ATOM_TYPE, atom } from './atom'
import { JSON_FEED_TYPE, jsonFeed } from './json-feed'
import { RSS_TYPE, rss } from './rss'

/** The name that a feed has in each format, beside the page that it follows. */
export const FEED_FILES = {
  'feed.xml': { type: RSS_TYPE, write: rss, label: 'RSS' },
  'atom.xml': { type: ATOM_TYPE, write: atom, label: 'Atom' },
  'feed.json': { type: JSON_FEED_TYPE, write: jsonFeed, label: 'JSON Feed' },
} as const

export type FeedFile = keyof typeof FEED_FILES

export function isFeedFile(name: string): name is FeedFile {
  return Object.hasOwn(FEED_FILES, name)
}

/** The answer with a feed; 404 where there is none. Other people's pages may read it in the browser. */
export function feedAnswer(name: FeedFile, feed: Feed | null): Response {
  if (feed === null) return new Response('No such feed.\n', { status: 404, headers: { 'content-type': 'text/plain' } })
  const { type, write } = FEED_FILES[name]
  return new Response(write(feed), { headers: { 'content-type': type, 'access-control-allow-origin': '*' } })
}
