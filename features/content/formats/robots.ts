/** What crawlers may ask for, and where the list of pages is. */
export function robots(origin: string): string {
  const closed = ['/admin', '/api/', '/dev/', '/me$', '/me/', '/sign-in', '/sign-out', '/search?', '/zh/search?']
  return ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), '', `Sitemap: ${origin}/sitemap.xml`, ''].join(
    '\n',
  )
}

const VALID_DAYS = 180

/** security.txt (RFC 9116). Every day it promises another half year, so that a running site never shows a stale one. */
export function securityTxt(origin: string, contact: string, languages: readonly string[], now: Date): string {
  const expires = new Date(`${now.toISOString().slice(0, 10)}T00:00:00.000Z`)
  expires.setUTCDate(expires.getUTCDate() + VALID_DAYS)
  return [
    `Contact: mailto:${contact}`,
    `Expires: ${expires.toISOString()}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n')
}
