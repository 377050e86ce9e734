import type { Organization } from 'schema-dts'
import { localized } from '@/lib/i18n/addresses'

interface Known {
  slug: string
  name: string
  homepage: string | null
  country: string | null
  member: { tier: string; since: string } | null
}

/** An organisation as its page shows it. */
export function organizationPage(
  known: Known,
  description: string,
  origin: string,
  locale: string,
): Exclude<Organization, string> {
  const { slug, name, homepage, country, member } = known
  const url = origin + localized(`/organizations/${slug}`, locale)
  return {
    '@type': 'Organization',
    '@id': url,
    name,
    description,
    url: homepage ?? url,
    ...(country ? { address: { '@type': 'PostalAddress', addressCountry: country } } : {}),
    ...(member ? { memberOf: { '@id': `${origin}/#organization` } } : {}),
  }
}
