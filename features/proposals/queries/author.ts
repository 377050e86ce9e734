import type { AuthorizedEvent } from '@/features/access/queries'
import type { Actor } from '@/features/access/schema'
import { getRound } from '@/features/reviews/queries/rounds'
import { db } from '@/lib/db'
import { type Author, type Finding, findIdentity } from '../rules/identity'
import type { ProposalDraft } from '../schema'
import { TEXT, textOf } from './facts'
import { eyesOf, redactedProposal } from './redacted'

interface Row {
  name: string
  email: string | null
  links: unknown
  withheld: { field: string; value: unknown }[]
  affiliation: string | null
}

/** By what these people could be recognised, what they keep from the public included. */
export async function getAuthor(personIds: string[]): Promise<Author> {
  if (personIds.length === 0) return { names: [], emails: [], employers: [], handles: [], hosts: [] }
  const [people, handles, domains] = await Promise.all([
    db.person.findMany({
      where: { id: { in: personIds } },
      select: { name: true, email: true, affiliation: true, links: true, withheld: true },
    }),
    db.personHandle.findMany({ where: { personId: { in: personIds } }, select: { handle: true } }),
    db.$queryRaw<{ domain: string }[]>`
      select distinct company_domain(email) as domain from person
      where id = any (${personIds}::uuid[]) and company_domain(email) is not null`,
  ])
  const links = people.flatMap(linksOf)
  const sites = links.filter(([kind]) => kind === 'website').flatMap(([, url]) => hostOf(url) ?? [])
  return {
    names: people.map(({ name }) => name),
    emails: people.flatMap(({ email }) => email ?? []),
    employers: people.flatMap(employersOf),
    handles: [
      ...new Set([
        ...handles.map(({ handle }) => handle),
        ...links.filter(([kind]) => kind !== 'website').map(([, of]) => of),
      ]),
    ].map((handle) => handle.replace(/^@/, '')),
    hosts: [...new Set([...sites, ...domains.map(({ domain }) => domain)])],
  }
}

const employersOf = ({ affiliation, withheld }: Row) =>
  [affiliation, ...withheld.filter(({ field }) => field === 'affiliation').map(({ value }) => value)].filter(
    (employer): employer is string => typeof employer === 'string' && employer !== '',
  )

function linksOf({ links, withheld }: Row): [kind: string, text: string][] {
  const kept = withheld.filter(({ field }) => field === 'links').map(({ value }) => value)
  return [links, ...kept].flatMap((all) =>
    Object.entries(typeof all === 'object' && all !== null ? all : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null
}

/** For the speakers' own form: by what they could be recognised, where reviewers are to read without names; else null. */
export async function getOwnAuthor(event: { id: string }, personIds: string[], now: Date): Promise<Author | null> {
  return (await getRound(event.id, now)).isBlind ? getAuthor(personIds) : null
}

/** Where a proposal may give its author away, for those of the committee who know names; null for others. */
export async function listIdentityFindings(
  event: AuthorizedEvent,
  actor: Actor,
  code: string,
): Promise<Finding[] | null> {
  const eyes = await eyesOf(event, actor)
  const proposal = eyes.seesAddresses ? await redactedProposal(eyes, code) : null
  if (!proposal) return null
  const row = await db.proposal.findUniqueOrThrow({ where: { id: proposal.id }, select: TEXT })
  const author = await getAuthor(row.speakers.map(({ person }) => person.id))
  const { title, abstract } = row
  return findingsIn({ ...textOf(row), title, abstract }, author)
}

/** The same for one of those who speak in it, of what they have typed; none where reviewers read names anyway. */
export async function listOwnFindings(
  event: { id: string },
  person: { id: string },
  text: ProposalDraft,
  now: Date,
): Promise<Finding[]> {
  const author = await getOwnAuthor(event, [person.id], now)
  return author ? findingsIn(text, author) : []
}

function findingsIn({ title, abstract, answers }: ProposalDraft, author: Author): Finding[] {
  const typed = Object.entries(answers).map(([field, text]) => ({ field, text: [text].flat().join(' ') }))
  return findIdentity([{ field: 'title', text: title }, { field: 'abstract', text: abstract }, ...typed], author)
}
