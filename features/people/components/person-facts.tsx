import { getTranslations } from 'next-intl/server'
import { type Fact, Facts } from '@/components/facts'
import { localized } from '@/features/content/schema/kinds'
import { countryName } from '@/lib/countries'
import { languageName } from '@/lib/languages'
import { LINK_NAMES, LINKS, linkHref } from '../schema/handles'
import type { PublicProfile } from '../schema/public'

/** What somebody says of themselves beside their text. */
export async function PersonFacts({ person, locale }: { person: PublicProfile; locale: string }) {
  const t = await getTranslations({ locale, namespace: 'people' })
  const comma = locale === 'zh' ? '、' : ', '
  const { country, city, languages, expertise, projects, availableToSpeak, links } = person
  const isShown = (projects: PublicProfile['projects']) => projects.filter(({ isMaintainer }) => !isMaintainer)
  const place = [city, country && countryName(country, locale)].filter(Boolean).join(locale === 'zh' ? '，' : ', ')
  const facts: Fact[] = [
    ...(place ? [{ term: t('place'), says: place }] : []),
    ...(languages.length > 0
      ? [{ term: t('languages'), says: languages.map((code) => languageName(code, locale)).join(comma) }]
      : []),
    ...(expertise.length > 0 ? [{ term: t('expertise'), says: expertise.join(comma) }] : []),
    ...(isShown(projects).length > 0
      ? [{ term: t('projects'), says: <ProjectLinks projects={isShown(projects)} locale={locale} /> }]
      : []),
    ...(availableToSpeak ? [{ term: t('speaking'), says: t('available') }] : []),
    ...(Object.keys(links).length > 0 ? [{ term: t('elsewhere'), says: <Elsewhere links={links} /> }] : []),
  ]
  if (facts.length === 0) return null
  return (
    <aside aria-label={t('facts')}>
      <Facts facts={facts} stacked />
    </aside>
  )
}

function ProjectLinks({ projects, locale }: { projects: PublicProfile['projects']; locale: string }) {
  return projects.map(({ slug, name }, index) => (
    <span key={slug}>
      {index > 0 && (locale === 'zh' ? '、' : ', ')}
      <a href={localized(`/projects/${slug}`, locale)}>{name}</a>
    </span>
  ))
}

function Elsewhere({ links }: { links: PublicProfile['links'] }) {
  return (
    <ul style={{ padding: 0, listStyle: 'none' }}>
      {LINKS.map((kind) => {
        const handle = links[kind]
        return (
          handle && (
            <li key={kind}>
              <a href={linkHref(kind, handle)} rel="me noopener nofollow">
                {kind === 'website' ? handle.replace(/^https?:\/\/|\/$/g, '') : LINK_NAMES[kind]}
              </a>
            </li>
          )
        )
      })}
    </ul>
  )
}
