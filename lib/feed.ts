/** A feed before it has a format. Every address is absolute, every text plain but `html`. */
export interface Feed {
  /** Never changes, whatever happens to titles and addresses; see `tagUri`. */
  id: string
  title: string
  description: string
  /** The page that the feed follows. */
  link: string
  /** Where the feed itself lives. */
  self: string
  /** BCP 47, such as `en` or `zh-CN`. */
  language: string
  /** Who publishes it: stands in for the writer only where a format asks for one and an item names nobody. */
  publisher: { name: string; url: string }
  updated: Date
  items: FeedItem[]
}

export interface FeedItem {
  id: string
  url: string
  title: string
  summary: string
  /** The whole text; its addresses are absolute. */
  html: string
  /** The writers', as they sign. */
  authors: { name: string; url?: string | undefined }[]
  /** Null where the source states none. */
  published: Date | null
  /** The last change that readers were told of; not before `published`. */
  updated: Date
  tags: string[]
  /** A picture for lists of items. */
  image?: string | undefined
  language: string
}

/** An identifier by RFC 4151 that outlives the address of what it names; `name` may hold letters, digits and `/-_.`. */
export function tagUri(origin: string, name: string): string {
  return `tag:${new URL(origin).hostname},2026:${name}`
}

/** Whether an item has changed since it came out. */
export function isChanged({ published, updated }: FeedItem): boolean {
  return published !== null && updated.getTime() > published.getTime()
}
