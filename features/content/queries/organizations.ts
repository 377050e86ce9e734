import { Organization } from '../schema/front-matter'
import { getText, type Text } from './texts'

/** What is written about an organisation, with its own name in Chinese where it has one. */
export async function getOrganizationText(slug: string): Promise<(Text & { nameZh: string | null }) | null> {
  const text = await getText('organization', 'en', slug)
  return text && { ...text, nameZh: Organization.parse(text.frontMatter).nameZh ?? null }
}
