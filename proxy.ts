import { type NextRequest, NextResponse } from 'next/server'
import createMiddleware from 'next-intl/middleware'
import { routing } from './lib/i18n/routing'

const speak = createMiddleware(routing)

/**
 * Gives the documents their language (`/blog` is `/en/blog` inside), and an article as Markdown its handler. Guards
 * nothing: gates are in the pages. What is posted to the address of a page cannot have a handler beside it, and is led
 * to one.
 */
export default function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl
  const [, locale = '/en', slug] = /^(\/zh)?\/blog\/([^/]+)\.md$/.exec(pathname) ?? []
  if (slug) return NextResponse.rewrite(new URL(`${locale}/blog/${slug}/markdown`, request.url))
  const [, token] = /^\/unsubscribe\/([^/]+)$/.exec(pathname) ?? []
  const handler = pathname === '/dev/sign-in' ? '/api/session' : token ? `/api/unsubscribe/${token}` : null
  if (handler === null) return speak(request)
  return request.method === 'POST' ? NextResponse.rewrite(new URL(handler, request.url)) : NextResponse.next()
}

/** Everything but the app's own pages, the API and files. */
export const config = {
  matcher: [
    '/dev/sign-in',
    '/unsubscribe/:token',
    '/((?!api/|_next/|admin|ambassadors/(?:apply|reference)|files/|me(?:/|$)|sign-in|sign-out|subscribe(?:/|$)|unsubscribe/|quotes/|invitations/|dev/|healthz|readyz|metrics|islands/|fonts/|robots\\.txt|sitemap|llms\\.txt|\\.well-known/|brand/|theme\\.js|events/[^/]+/submit).*)',
  ],
}
