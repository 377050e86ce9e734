import { getTranslations } from 'next-intl/server'
import { localized } from '@/features/content/schema/kinds'
import type { OrganizationPage } from '../queries'
import styles from './organization-facts.module.css'

/** What began here, what is used here, whom texts place here and what they talk about. */
export async function OrganizationFacts({ organization, locale }: { organization: OrganizationPage; locale: string }) {
  const t = await getTranslations({ locale, namespace: 'organizations' })
  const { projects, adopted, people, talks } = organization
  const linked = (folder: string) => (item: { slug: string; name: string }) => ({
    href: `/${folder}/${item.slug}`,
    text: item.name,
  })
  const groups: { id: string; title: string; items: { href: string; text: string; note?: string }[] }[] = [
    { id: 'began', title: t('projects'), items: projects.map(linked('projects')) },
    { id: 'adopted', title: t('adopted'), items: adopted.map(linked('projects')) },
    { id: 'people', title: t('people'), items: people.map(linked('people')) },
    {
      id: 'talks',
      title: t('talks'),
      items: talks.map(({ code, event, title, speakers, eventName }) => ({
        href: `/events/${event}/sessions/${code}`,
        text: title,
        note: `${new Intl.ListFormat(locale).format(speakers)} · ${eventName}`,
      })),
    },
  ]
  return (
    <aside className={styles.facts}>
      {groups.map(
        ({ id, title, items }) =>
          items.length > 0 && (
            <section key={id} aria-labelledby={id}>
              <h2 id={id}>{title}</h2>
              <ul>
                {items.map((item) => (
                  <li key={item.href}>
                    <a href={localized(item.href, locale)}>{item.text}</a>
                    {item.note && <p>{item.note}</p>}
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </aside>
  )
}
