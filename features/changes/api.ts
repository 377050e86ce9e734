import { getTranslations } from 'next-intl/server'
import { getSiteView } from '@/features/content/queries/chrome'
import { env } from '@/lib/env'
import type { Feed } from '@/lib/feed'
import { changesFeed } from './formats/feed'
import { listChanges } from './queries/list'

const IN_A_FEED = 50

/** The newest changes in one format. `path` is the feed's own. */
export async function changesFile(
  locale: string,
  path: string,
  contentType: string,
  write: (feed: Feed) => string,
): Promise<Response> {
  const [words, site, changes] = await Promise.all([
    getTranslations({ locale, namespace: 'changes' }),
    getSiteView(locale),
    listChanges(locale, { take: IN_A_FEED }),
  ])
  const feed = changesFeed(changes, { locale, appUrl: env().appUrl, path, siteName: site.name, words })
  return new Response(write(feed), {
    headers: { 'content-type': contentType, 'last-modified': feed.updated.toUTCString() },
  })
}
