import { getTranslations } from 'next-intl/server'
import { localized } from '@/features/content/schema/kinds'
import type { OrganizationPage } from '../queries'
import styles from './organization-facts.module.css'

/** What began here, and whom texts place here. */
export async function OrganizationFacts({ organization, locale }: { organization: OrganizationPage; locale: string }) {
  const t = await getTranslations({ locale, namespace: 'organizations' })
  const { projects, people } = organization
  return (
    <aside className={styles.facts}>
      {projects.length > 0 && (
        <section aria-labelledby="began">
          <h2 id="began">{t('projects')}</h2>
          <ul>
            {projects.map(({ slug, name }) => (
              <li key={slug}>
                <a href={localized(`/projects/${slug}`, locale)}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {people.length > 0 && (
        <section aria-labelledby="people">
          <h2 id="people">{t('people')}</h2>
          <ul>
            {people.map(({ slug, name }) => (
              <li key={slug}>
                <a href={localized(`/people/${slug}`, locale)}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}
