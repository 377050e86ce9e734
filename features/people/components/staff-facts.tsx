import { Badge } from '@/components/badge'
import { type Fact, Facts } from '@/components/facts'
import { countryName } from '@/lib/countries'
import { languageName } from '@/lib/languages'
import { formatPlainDate } from '@/lib/time-words'
import type { StaffPerson } from '../queries/staff'
import { FIELD_NAMES, FIELDS, type ProfileField } from '../schema/fields'
import { LINKS, linkHref } from '../schema/handles'

type Props = { person: StaffPerson; projects: { slug: string; name: string }[] }

/** A profile as staff see it: what is for them alone says so, what is for nobody is not here. */
export function StaffFacts({ person, projects }: Props) {
  const { email, isVerified, createdAt, applications, audiences } = person
  const fields = FIELDS.filter((field) => field !== 'photo').flatMap((field): Fact[] => {
    const says = wordsFor(field, person, projects)
    if (!says) return []
    const isKept = audiences[field] === 'staff'
    const badge = isKept && <Badge tone="caution">For staff alone</Badge>
    return [
      {
        term: FIELD_NAMES[field] === 'About you' ? 'About them' : FIELD_NAMES[field],
        says: (
          <>
            {says} {badge}
          </>
        ),
      },
    ]
  })
  return (
    <Facts
      facts={[
        { term: 'Address', says: email ? `${email}${isVerified ? '' : ' (never used to sign in)'}` : 'None' },
        { term: 'Here since', says: formatPlainDate(createdAt.toISOString().slice(0, 10), 'en') },
        ...fields,
        ...(applications.length > 0
          ? [{ term: 'Applications', says: applications.map((each) => <Application key={each.number} {...each} />) }]
          : []),
      ]}
    />
  )
}

function wordsFor(field: Exclude<ProfileField, 'photo'>, { values }: StaffPerson, projects: Props['projects']) {
  const link = LINKS.find((kind) => kind === field)
  if (link)
    return (
      values[link] && (
        <a href={linkHref(link, values[link])} rel="noopener nofollow">
          {values[link]}
        </a>
      )
    )
  if (field === 'availableToSpeak') return values.availableToSpeak ? 'Yes' : ''
  if (field === 'country') return values.country && countryName(values.country, 'en')
  if (field === 'languages') return values.languages.map((code) => languageName(code, 'en')).join(', ')
  if (field === 'projects')
    return values.projects.map((slug) => projects.find((each) => each.slug === slug)?.name ?? slug).join(', ')
  return [values[field]].flat().join(', ')
}

function Application({ number, decision, withdrawnAt }: StaffPerson['applications'][number]) {
  return (
    <div>
      <a href={`/admin/ambassadors/${number}`}>Application {number}</a>:{' '}
      {withdrawnAt ? 'withdrawn' : (decision ?? 'open')}
    </div>
  )
}
