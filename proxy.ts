import { type NextRequest, NextResponse } from 'next/server'
import createMiddleware from 'next-intl/middleware'
import { routing } from './lib/i18n/routing'

const speak = createMiddleware(routing)

/**
 * Gives the documents their language (`/blog` is `/en/blog` inside), and an article as Markdown its handler. Guards
 * nothing: gates are in the pages. The forms of /dev/sign-in post to their own page, whose address cannot have a
 * handler beside it.
 */
export default function proxy(request: NextRequest) {
  const [, locale = '/en', slug] = /^(\/zh)?\/blog\/([^/]+)\.md$/.exec(request.nextUrl.pathname) ?? []
  if (slug) return NextResponse.rewrite(new URL(`${locale}/blog/${slug}/markdown`, request.url))
  const isForm = request.nextUrl.pathname === '/dev/sign-in'
  if (!isForm) return speak(request)
  return request.method === 'POST' ? NextResponse.rewrite(new URL('/api/session', request.url)) : NextResponse.next()
}

/** Everything but the app's own pages, the API and files. */
export const config = {
  matcher: [
    '/dev/sign-in',
    '/((?!api/|_next/|admin|ambassadors/(?:apply|reference)|files/|me(?:/|$)|sign-in|sign-out|dev/|healthz|readyz|metrics|islands/|fonts/|cards/|robots\\.txt|sitemap|llms\\.txt|\\.well-known/|brand/|theme\\.js|events/[^/]+/submit).*)',
  ],
}
