import type { ProfilePage } from 'schema-dts'
import { localized } from '@/lib/i18n/addresses'
import { cardImage } from '@/lib/social-card'

interface Profile {
  slug: string
  name: string
  affiliation: string | null
  bio: string | null
}

/** A person’s page: what it shows of them, and no more. */
export function profilePage({ slug, name, affiliation, bio }: Profile, origin: string, locale: string): ProfilePage {
  const url = origin + localized(`/people/${slug}`, locale)
  return {
    '@type': 'ProfilePage',
    url,
    mainEntity: {
      '@type': 'Person',
      '@id': url,
      name,
      url,
      image: origin + cardImage({ kind: 'person', slug }, locale).url,
      ...(bio ? { description: bio } : {}),
      ...(affiliation ? { affiliation: { '@type': 'Organization', name: affiliation } } : {}),
    },
  }
}
