import { getTranslations } from 'next-intl/server'
import { localized } from '@/features/content/schema/kinds'
import type { ProjectPage } from '../queries'
import type { ProjectLink } from '../schema'

export async function RepositoryList({ repositories, locale }: { repositories: string[]; locale: string }) {
  if (repositories.length === 0) return null
  const t = await getTranslations({ locale, namespace: 'projects' })
  return (
    <section aria-labelledby="repositories">
      <h2 id="repositories">{t('repositories')}</h2>
      <ul>
        {repositories.map((url) => (
          <li key={url}>
            <a href={url}>{url.replace(/^https?:\/\/(?:www\.)?(?:github\.com\/)?/, '').replace(/\/$/, '')}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

export async function LinkList({ links, locale }: { links: ProjectLink[]; locale: string }) {
  if (links.length === 0) return null
  const t = await getTranslations({ locale, namespace: 'projects' })
  return (
    <section aria-labelledby="links">
      <h2 id="links">{t('links')}</h2>
      <ul>
        {links.map(({ kind, url }) => (
          <li key={`${kind} ${url}`}>
            <a href={url}>{t(`linkNames.${kind}`)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const FEEDS = [
  ['feed.xml', 'RSS'],
  ['atom.xml', 'Atom'],
  ['feed.json', 'JSON Feed'],
] as const

/** What to take along: the project's feeds and its badge. */
export async function FeedLinks({ project: { slug, name, moves }, locale }: { project: ProjectPage; locale: string }) {
  const t = await getTranslations({ locale, namespace: 'projects' })
  const badge = localized(`/badge/project/${slug}.svg`, locale)
  return (
    <section aria-labelledby="follow" data-screen-only="">
      <h2 id="follow">{t('follow')}</h2>
      <ul>
        {FEEDS.map(([file, label]) => (
          <li key={file}>
            <a href={localized(`/projects/${slug}/${file}`, locale)}>{label}</a>
          </li>
        ))}
        {moves.length > 0 && (
          <li style={{ marginBlockStart: 'var(--space-3)' }}>
            <a href={badge}>
              <img src={badge} alt={t('badgeAlt', { name })} height={22} loading="lazy" />
            </a>
          </li>
        )}
      </ul>
    </section>
  )
}
