import { getTranslations } from 'next-intl/server'
import { Avatar } from '@/components/avatar'
import { Badge } from '@/components/badge'
import { PageHeader } from '@/components/page-header'
import { termWords } from '@/features/ambassadors/components/term-words'
import { localized } from '@/features/content/schema/kinds'
import type { PersonPage } from '../queries'
import { photoSrc } from '../schema/photo'
import styles from './person-head.module.css'

/** Who this is: the face, the name, and every role in a word. */
export async function PersonHead({ person, locale }: { person: PersonPage; locale: string }) {
  const t = await getTranslations({ locale, namespace: 'people' })
  const separator = locale === 'zh' ? '、' : ', '
  const about = [person.affiliation, person.pronouns].filter(Boolean).join(' · ')
  return (
    <PageHeader
      breadcrumb={<Avatar name={person.name} src={photoSrc(person.photo, 112)} size={112} />}
      kicker={rolesBeside(person)
        .map((role) => t(`is.${role}`))
        .join(separator)
        .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())}
      title={person.name}
      lede={person.bio}
      meta={
        <>
          {about && <span>{about}</span>}
          {person.ambassador && (
            <span className={styles.terms}>
              <a href={localized('/ambassadors', locale)}>
                <Badge tone={person.ambassador === 'current' ? 'accent' : 'neutral'}>
                  {t(`ambassador.${person.ambassador}`)}
                </Badge>
              </a>
              {person.terms.map((term) => (
                <span key={`${term.startsOn}-${term.endsOn}`}>{termWords(term, locale, t)}</span>
              ))}
            </span>
          )}
        </>
      }
    />
  )
}

/** What the badge with the terms does not say already. */
function rolesBeside(person: PersonPage): string[] {
  return rolesOf(person).filter((role) => role !== 'ambassador' && role !== 'emeritus')
}

/** Every role that somebody holds here, the one they are known for first. */
function rolesOf({ ambassador, texts, sessions, projects, sponsored }: PersonPage): string[] {
  const named = new Set(texts.flatMap(({ roles }) => roles))
  return [
    ambassador === 'current' && 'ambassador',
    ambassador === 'emeritus' && 'emeritus',
    projects.some(({ isMaintainer }) => isMaintainer) && 'maintainer',
    named.has('author') && 'author',
    sessions.length > 0 && 'speaker',
    (sponsored.length > 0 || named.has('sponsor')) && 'sponsor',
    named.has('founder') && 'founder',
    named.has('interviewee') && 'interviewee',
    named.has('interviewer') && 'interviewer',
  ].filter((role) => role !== false)
}
