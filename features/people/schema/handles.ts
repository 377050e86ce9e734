/** Where a person can be found elsewhere, in the order in which it is shown. */
export const LINKS = ['website', 'github', 'linkedin', 'mastodon', 'bluesky', 'twitter', 'youtube'] as const
export type LinkKind = (typeof LINKS)[number]
export type Links = Partial<Record<LinkKind, string>>

/** Those that are one person's for good: importers know people by them. A website changes hands. */
export const STABLE = LINKS.filter((kind) => kind !== 'website')

export const LINK_NAMES: Record<LinkKind, string> = {
  website: 'Website',
  github: 'GitHub',
  linkedin: 'LinkedIn',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  twitter: 'X (Twitter)',
  youtube: 'YouTube',
}

type Spelling = {
  /** Finds the handle in an address of that site; the first group. */
  address: RegExp
  /** What a handle on its own looks like. */
  alone: RegExp
  href: (handle: string) => string
}

const SPELLINGS: Record<Exclude<LinkKind, 'website' | 'mastodon'>, Spelling> = {
  github: {
    address: /^(?:https?:\/\/)?(?:www\.)?github\.com\/([^/?#\s]+)/i,
    alone: /^[a-z\d](?:[a-z\d-]{0,38})$/i,
    href: (handle) => `https://github.com/${handle}`,
  },
  linkedin: {
    address: /^(?:https?:\/\/)?(?:[a-z]{2,3}\.)?linkedin\.com\/(?:in|pub)\/([^/?#\s]+)/i,
    alone: /^[\p{L}\p{N}_-]{3,100}$/u,
    href: (handle) => `https://www.linkedin.com/in/${encodeURIComponent(handle)}`,
  },
  twitter: {
    address: /^(?:https?:\/\/)?(?:www\.|mobile\.)?(?:twitter|x)\.com\/@?([^/?#\s]+)/i,
    alone: /^[a-z\d_]{1,15}$/i,
    href: (handle) => `https://x.com/${handle}`,
  },
  bluesky: {
    address: /^(?:https?:\/\/)?bsky\.app\/profile\/([^/?#\s]+)/i,
    alone: /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i,
    href: (handle) => `https://bsky.app/profile/${handle}`,
  },
  youtube: {
    address: /^(?:https?:\/\/)?(?:www\.|m\.)?youtube\.com\/((?:@|channel\/|c\/|user\/)?[^/?#\s]+)/i,
    alone: /^(?:@|channel\/|c\/|user\/)?[\p{L}\p{N}._-]{2,100}$/u,
    href: (handle) => `https://www.youtube.com/${/^(?:@|channel\/|c\/|user\/)/.test(handle) ? handle : `@${handle}`}`,
  },
}

/** The one spelling of what somebody typed or pasted, or null where it is no handle of that site. */
export function handleOf(kind: LinkKind, typed: string): string | null {
  const text = typed.trim()
  if (kind === 'website') return website(text)
  if (kind === 'mastodon') return mastodon(text)
  const { address, alone } = SPELLINGS[kind]
  const found = address.exec(text)?.[1]
  if (!found && /[/:]/.test(text) && kind !== 'youtube') return null
  const handle = decoded(found ?? text)
  const bare = kind === 'youtube' ? handle : handle.replace(/^@/, '')
  if (!alone.test(bare)) return null
  return kind === 'youtube' && /^channel\//.test(bare) ? bare : bare.toLowerCase()
}

/** Where a handle leads. */
export function linkHref(kind: LinkKind, handle: string): string {
  if (kind === 'website') return handle
  if (kind !== 'mastodon') return SPELLINGS[kind].href(handle)
  const [user = '', host = ''] = handle.split('@')
  return `https://${host}/@${user}`
}

function website(text: string): string | null {
  const address = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`
  if (!URL.canParse(address)) return null
  const { protocol, hostname, href, username } = new URL(address)
  return /^https?:$/.test(protocol) && hostname.includes('.') && username === '' ? href.slice(0, 300) : null
}

function mastodon(text: string): string | null {
  const found =
    /^(?:https?:\/\/)?([a-z\d.-]+\.[a-z]{2,})\/(?:@|users\/)([a-z\d_.-]+)\/?$/i.exec(text) ??
    /^@?(?<user>[a-z\d_.-]+)@(?<host>[a-z\d.-]+\.[a-z]{2,})$/i.exec(text)
  if (!found) return null
  const { user, host } = found.groups ?? { user: found[2], host: found[1] }
  return `${user}@${host}`.toLowerCase()
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
