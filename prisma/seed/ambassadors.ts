import type { Context } from './context'
import { addDays } from './days'
import { inventName, type Name, nameOf } from './names'
import { addPerson, type Person } from './people'
import { drawPortrait } from './portraits'
import type { Random } from './random'

/** Places in which the demo has ambassadors, with what is spoken there. */
const PLACES: readonly (readonly [country: string, city: string, languages: string])[] = [
  ['NG', 'Lagos', 'en ig'], ['DE', 'Leipzig', 'de en'], ['BR', 'Recife', 'pt en'], ['IN', 'Pune', 'hi en'],
  ['JP', 'Osaka', 'ja'], ['CN', '杭州', 'zh en'], ['PL', 'Gdańsk', 'pl en'], ['KE', 'Nairobi', 'sw en'],
  ['FR', 'Nantes', 'fr en'], ['SG', 'Singapore', 'en zh'], ['AR', 'Rosario', 'es'], ['FI', 'Tampere', 'fi en'],
  ['EG', 'Alexandria', 'ar en'], ['CA', 'Halifax', 'en fr'], ['VN', 'Đà Nẵng', 'vi en'], ['PT', 'Braga', 'pt en'],
  ['US', 'Tucson', 'en es'], ['ZA', 'Durban', 'zu en'], ['TR', 'İzmir', 'tr en'], ['AU', 'Hobart', 'en'],
  ['MX', 'Mérida', 'es en'], ['GB', 'Leeds', 'en'], ['ID', 'Bandung', 'id en'], ['NL', 'Groningen', 'nl en'],
] // biome-ignore format: a list of words reads better filled

const TOPICS = [
  'Observability', 'Service mesh', 'Storage', 'Supply chain security', 'Platform teams', 'Community building',
  'Networking', 'GitOps', 'Teaching', 'Edge', 'Cost', 'Release engineering', 'Databases', 'Accessibility',
] // biome-ignore format: a list of words reads better filled

/** Invented ambassadors: three in four have a term now, the others had one; two in three have a drawn picture. */
export async function addAmbassadors(context: Context, count: number): Promise<void> {
  const random = context.random.fork('ambassadors')
  const pictures = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      index % 3 === 2 ? null : drawPortrait(context.random.fork(`portrait/${index}`)),
    ),
  )
  for (const [index, photo] of pictures.entries()) addAmbassador(context, random, index, photo)
}

function addAmbassador(context: Context, random: Random, index: number, photo: string | null): void {
  const [country, city, languages] = PLACES[index % PLACES.length] ?? ['NL', 'Groningen', 'nl en']
  const name: Name =
    country === 'CN'
      ? { name: '顾晓岚', latin: 'Gu Xiaolan' }
      : country === 'JP'
        ? nameOf('Haruka Ishimori')
        : inventName(random)
  const person = addPerson(context, index < PLACES.length ? name : inventName(random), `ambassador/${index}`, {
    country,
    city: random.chance(0.9) ? city : null,
    languages: languages.split(' '),
    expertise: random.sample(TOPICS, random.int(1, 3)),
    availableToSpeak: random.chance(0.6),
    pronouns: random.chance(0.3) ? random.pick(['she/her', 'he/him', 'they/them']) : null,
    links: random.chance(0.7) ? { website: `https://ambassador-${index}.example.org/` } : {},
    photo,
  })
  addTerm(context, person, random, index)
}

const YEAR = 365

/** The first ends within sixty days, so that the demo shows a renewal; every fourth is over. */
function addTerm(context: Context, { id: personId }: Person, random: Random, index: number): void {
  const { rows, today, id } = context
  const isPast = index % 4 === 3
  const endsOn = index === 0 ? addDays(today, 45) : addDays(today, isPast ? -random.int(30, 900) : random.int(70, 700))
  const startsOn = addDays(endsOn, 1 - 2 * YEAR)
  rows.ambassadorTerm.push({
    ...{ id: id('term', index), personId, startsOn, endsOn, isPast: false },
    createdAt: startsOn,
  })
}

const STATEMENT =
  'Where I live there are two meetups and a university, and between them nobody who brings the three together. I have begun to, and would like to do it with you behind me: a workshop each spring, and a day on which people who have never spoken stand on a stage.'

/** Two applications that wait for votes. */
export function addApplications(context: Context, applicants: Person[]): void {
  const { rows, today, id } = context
  for (const [index, { id: personId }] of applicants.entries()) {
    const submittedAt = addDays(today, -3 - 4 * index)
    const applicationId = id('application', index)
    rows.ambassadorApplication.push({
      ...{ id: applicationId, personId, statement: STATEMENT, submittedAt },
      activities: 'Four talks at our meetup, a translated tutorial, and office hours for students every second week.',
      createdAt: submittedAt,
      updatedAt: submittedAt,
    })
    rows.ambassadorReference.push({
      ...{ id: id('reference', index), applicationId, position: 0, name: 'Hedwig Sommerlatte' },
      email: `reference-${index}@example.org`,
      confirmedAt: index === 0 ? submittedAt : null,
      words: index === 0 ? 'I have seen a room of forty students stay an hour longer than they had to.' : '',
    })
  }
}
