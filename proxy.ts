import createMiddleware from 'next-intl/middleware'
import { routing } from './lib/i18n/routing'

/** Gives the documents their language (`/blog` is `/en/blog` inside). Guards nothing: gates are in the pages. */
export default createMiddleware(routing)

/** Everything but the app's own pages, the API and files. */
export const config = {
  matcher:
    '/((?!api/|_next/|admin|me(?:/|$)|sign-in|sign-out|dev/|healthz|readyz|metrics|islands/|fonts/|brand/|theme\\.js|events/[^/]+/submit).*)',
}
