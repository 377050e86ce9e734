/**
 * Where to go next, as a path of this site, whatever an address or a form has said: one slash at the start, and nothing
 * that a browser reads as another host (`//`, `/\`, a control character that it drops on the way).
 */
export function safePath(value: unknown, fallback = '/me'): string {
  if (typeof value !== 'string' || value.length > 2_000) return fallback
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(value)) return fallback
  const url = URL.canParse(value, HERE) ? new URL(value, HERE) : null
  return url?.origin === HERE ? `${url.pathname}${url.search}${url.hash}`.replace(/^\/{2,}/, '/') : fallback
}

const HERE = 'http://here.invalid'
