/** Headers of every answer. HSTS only where the site itself is served over https. */
export function commonHeaders(isHttps: boolean): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    ...(isHttps ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
}

const always = [
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
]

/** Films that a reader starts, or an editor in a preview: until then nothing is asked there. */
const films = 'frame-src https://www.youtube-nocookie.com'

/** Documents hold no inline script, so that they need no nonce and can be shared. */
export const documentPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  films,
  "form-action 'self'",
  ...always,
].join('; ')

/** Feeds, badges and files: nothing in them runs. */
export const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"

/** App pages. `formTargets` are the origins that a form may be redirected to (the sign-in providers). */
export function appPolicy(nonce: string, formTargets: readonly string[]): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    films,
    ['form-action', "'self'", ...formTargets].join(' '),
    ...always,
  ].join('; ')
}
