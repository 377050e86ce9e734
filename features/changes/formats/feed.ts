import { type Feed, type FeedItem, tagUri } from '@/lib/feed'
import { localized } from '@/lib/i18n/addresses'
import type { Words } from '@/lib/i18n/words'
import { escapeXml } from '@/lib/xml'
import { pathOf, sentenceOf } from '../rules'
import type { Change } from '../schema'

interface Around {
  locale: string
  appUrl: string
  /** Of the feed itself, such as `/changes/feed.xml`. */
  path: string
  siteName: string
  words: Words
}

/** The change log as a feed, whatever its format. */
export function changesFeed(changes: Change[], { locale, appUrl, path, siteName, words }: Around): Feed {
  const [newest] = changes
  return {
    id: tagUri(appUrl, `changes/${locale}`),
    title: `${siteName}: ${words('title')}`,
    description: words('lede'),
    link: appUrl + localized('/changes', locale),
    self: appUrl + localized(path, locale),
    language: locale === 'zh' ? 'zh-CN' : 'en',
    publisher: { name: siteName, url: appUrl },
    updated: new Date(newest?.at ?? 0),
    items: changes.map((change) => itemOf(change, { locale, appUrl, words })),
  }
}

function itemOf(change: Change, { locale, appUrl, words }: Pick<Around, 'locale' | 'appUrl' | 'words'>): FeedItem {
  const url = appUrl + pathOf(change, locale)
  const title = sentenceOf(change, words)
  const note = change.kind === 'correction' ? change.text : ''
  const at = new Date(change.at)
  return {
    id: tagUri(appUrl, `changes/${change.id}/${locale}`),
    url,
    title,
    summary: note || title,
    html: `<p><a href="${escapeXml(url)}">${escapeXml(title)}</a></p>${note && `<p>${escapeXml(note)}</p>`}`,
    authors: [],
    published: at,
    updated: at,
    tags: [words(`kind.${change.kind}`)],
    language: locale === 'zh' ? 'zh-CN' : 'en',
  }
}
