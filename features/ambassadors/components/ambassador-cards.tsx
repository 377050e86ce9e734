import { getTranslations } from 'next-intl/server'
import { Avatar } from '@/components/avatar'
import { Badge } from '@/components/badge'
import { EmptyState } from '@/components/empty-state'
import { photoSrc } from '@/features/people/schema/photo'
import type { PublicProfile } from '@/features/people/schema/public'
import { countryName } from '@/lib/countries'
import { localized } from '@/lib/i18n/addresses'
import { languageName } from '@/lib/languages'
import styles from './ambassador-cards.module.css'

/** Faces, places, what they speak about. */
export async function AmbassadorCards({ people, locale }: { people: PublicProfile[]; locale: string }) {
  const t = await getTranslations({ locale, namespace: 'ambassadors' })
  if (people.length === 0) return <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
  const comma = locale === 'zh' ? '、' : ', '
  return (
    <ul className={`columns ${styles.list}`} aria-label={t('title')}>
      {people.map((person) => (
        <li key={person.slug} className={styles.person}>
          <Avatar name={person.name} src={photoSrc(person.photo, 72)} size={72} />
          <div className={styles.words}>
            <h2 className={styles.name}>
              <a href={localized(`/people/${person.slug}`, locale)}>{person.name}</a>
            </h2>
            <p className={styles.place}>
              {[person.city, person.country && countryName(person.country, locale)].filter(Boolean).join(comma)}
            </p>
            {person.affiliation && <p className={styles.quiet}>{person.affiliation}</p>}
            {person.expertise.length > 0 && <p className={styles.topics}>{person.expertise.join(comma)}</p>}
            {person.languages.length > 0 && (
              <p className={styles.quiet}>{person.languages.map((code) => languageName(code, locale)).join(comma)}</p>
            )}
            {(person.availableToSpeak || person.ambassador === 'emeritus') && (
              <p className={styles.badges}>
                {person.ambassador === 'emeritus' && <Badge>{t('emeritus')}</Badge>}
                {person.availableToSpeak && <Badge tone="positive">{t('available')}</Badge>}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
