import { cache } from 'react'
import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'
import { localized } from '../schema/kinds'
import type { Site } from '../schema/site'
import { getSite } from './site'
import { isVisible } from './visible'

export interface SiteView {
  name: string
  shortName: string
  tagline: string
  description: string
  notice: string
  logo: string
  navigation: { href: string; label: string }[]
  footer: { title: string; links: { href: string; label: string }[] }[]
}

/** The frame's words and links in one language. A link to what that language does not have leads to English. */
export const getSiteView = cache(async (locale: string): Promise<SiteView> => {
  const site = getSite()
  const only = locale === 'en' ? new Set<string>() : await pagesOnlyInEnglish(site, locale)
  const linkOf = ({ href, label }: Site['navigation'][number]) => ({
    href: addressIn(locale, href, only),
    label: label[locale] ?? label.en ?? href,
  })
  const text = (texts: Record<string, string> | undefined) => texts?.[locale] ?? texts?.en ?? ''
  return {
    name: text(site.name),
    shortName: text(site.shortName),
    tagline: text(site.tagline),
    description: text(site.description),
    notice: text(site.notice),
    logo: site.logo,
    navigation: site.navigation.map(linkOf),
    footer: site.footer.map(({ title, links }) => ({ title: text(title), links: links.map(linkOf) })),
  }
})

/** The app has one address for all languages, and is told which to speak. */
function addressIn(locale: string, href: string, only: Set<string>): string {
  if (href === '/subscribe') return locale === 'en' ? href : `${href}?locale=${locale}`
  return href.startsWith('/') && !only.has(href) ? localized(href, locale) : href
}

async function pagesOnlyInEnglish(site: Site, locale: string): Promise<Set<string>> {
  const links = [...site.navigation, ...site.footer.flatMap((group) => group.links)].map(({ href }) => href)
  const slugs = links.flatMap((href) => /^\/([a-z0-9-]+)$/.exec(href)?.[1] ?? [])
  touch(...slugs.map((slug) => `page:${slug}`))
  const rows = await db.document.findMany({
    where: { kind: 'page', ...isVisible(), groupSlug: { in: slugs }, locale: { in: ['en', locale] } },
    select: { groupSlug: true, locale: true },
  })
  const translated = new Set(rows.filter((row) => row.locale === locale).map(({ groupSlug }) => groupSlug))
  return new Set(rows.flatMap(({ groupSlug }) => (translated.has(groupSlug) ? [] : [`/${groupSlug}`])))
}
