import { levelOn } from '@/features/projects/rules'
import type { Finding, TextFacts, World } from '../schema'
import { outsideAddress, outsideFinding } from './outside'

/** Signs that fit: a card shows three lines of a title, a feed reader about one long line. Han signs count twice. */
const TITLE = { card: 80, feed: 110 }
const SUMMARY = { least: 40, most: 320 }
const LONGEST_ALT = 250

/** Everything in a text that an editor should look at, the worst first. */
export function checklist(text: TextFacts, world: World): Finding[] {
  const found = [links, alts, names, dates, titles, summaries, translations].flatMap((rule) => rule(text, world))
  const rank = ({ weight }: Finding) => ['broken', 'check', 'note'].indexOf(weight)
  return found.toSorted((a, b) => rank(a) - rank(b))
}

function links({ links }: TextFacts, { judge, outside }: World): Finding[] {
  return links.flatMap((path): Finding[] => {
    const place = { words: path }
    if (path.startsWith('/')) {
      const verdict = judge(path)
      if (verdict === 'missing')
        return [{ rule: 'link', weight: 'broken', reason: `Leads to ${path}, which is not there.`, place }]
      if (verdict === 'hidden')
        return [{ rule: 'link', weight: 'broken', reason: `Leads to ${path}, which readers do not see yet.`, place }]
      if (verdict === 'no-such-event')
        return [{ rule: 'link', weight: 'check', reason: `Names ${path}, an event that is not here yet.`, place }]
      return []
    }
    const reason = externalProblem(path)
    const dead = outsideFinding(path, outside.get(outsideAddress(path) ?? ''))
    return [
      ...(reason ? [{ rule: 'link' as const, weight: 'check' as const, reason, place }] : []),
      ...(dead ? [dead] : []),
    ]
  })
}

/** What is odd about an address elsewhere, as far as it shows without asking there. */
export function externalProblem(address: string): string | null {
  if (address.startsWith('#') || address.startsWith('mailto:')) return null
  if (!URL.canParse(address)) return `${address} is no address.`
  const { protocol, hostname, username } = new URL(address)
  if (username) return `${address} holds a name before its host.`
  if (!hostname.includes('.') || /^(localhost|127\.|10\.|192\.168\.)/.test(hostname))
    return `${hostname} is no place on the open web.`
  return protocol === 'http:' ? `${address} is not encrypted: is there one with https?` : null
}

function alts({ parts }: TextFacts): Finding[] {
  return (parts?.images ?? []).flatMap(({ src, alt }): Finding[] => {
    const of = (reason: string): Finding[] => [{ rule: 'alt', weight: 'check', reason, place: { words: src } }]
    const file = src.split('/').at(-1) ?? ''
    if (!alt.trim()) return of('The picture has no words for those who do not see it.')
    if (alt === file || /\.(png|jpe?g|webp|svg|avif)$/i.test(alt))
      return of(`“${alt}” is a file’s name, not what is seen.`)
    if (/^(an? )?(image|picture|photo|screenshot)( of)?[.:]?$/i.test(alt.trim()))
      return of(`“${alt}” does not say what is seen.`)
    if (alt.length > LONGEST_ALT)
      return of(`Its words are ${alt.length} signs long: what is long belongs below the picture.`)
    return []
  })
}

function names({ people, projects, parts, kind, slug }: TextFacts, world: World): Finding[] {
  const renamed = people.flatMap(({ slug, name }): Finding[] => {
    const own = world.people.get(slug)
    if (own === undefined)
      return [{ rule: 'name', weight: 'broken', reason: `Nobody here is ${slug}.`, place: { words: slug } }]
    if (own === name) return []
    return [
      {
        rule: 'name',
        weight: 'check',
        reason: `Calls ${slug} “${name}”; they call themselves “${own}”.`,
        place: { words: name },
      },
    ]
  })
  const listed = new Set(kind === 'project' ? [...projects, slug] : projects)
  const unlisted = [...world.projects].flatMap(([slug, { name }]): Finding[] =>
    parts && !listed.has(slug) && mentions(parts.words, name)
      ? [
          {
            rule: 'name',
            weight: 'note',
            reason: `Speaks of ${name}; projects does not list ${slug}.`,
            place: { words: name },
          },
        ]
      : [],
  )
  return [...renamed, ...unlisted]
}

/** Whether these words stand in the text, as whole words and in this spelling. Names of two letters are too common. */
function mentions(text: string, name: string): boolean {
  if (name.length < 4) return false
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!/[\p{L}\p{N}]/u.test((text[at - 1] ?? ' ') + (text[at + name.length] ?? ' '))) return true
  return false
}

function dates({ kind, slug, groupSlug, date, moves, parts }: TextFacts, { projects }: World): Finding[] {
  const find = (reason: string, words: string, weight: Finding['weight'] = 'check'): Finding => ({
    rule: 'date',
    weight,
    reason,
    place: { words },
  })
  const badges = (parts?.badges ?? []).flatMap(({ project, at }) => {
    const known = projects.get(project)
    return known && levelOn(known.moves, at) === null
      ? [find(`${known.name} had no level yet on ${at}.`, at, 'broken')]
      : []
  })
  const announced = [...projects.values()].flatMap(({ name, moves }) =>
    moves.flatMap(({ level, on, announcement }) =>
      announcement === groupSlug && date !== null && date < on
        ? [find(`Announces that ${name} is ${level}; the log has that only from ${on}, after ${date}.`, 'date')]
        : [],
    ),
  )
  const log = kind === 'project' ? (projects.get(slug)?.moves ?? []) : []
  const has = (all: typeof moves, { level, on }: (typeof moves)[number]) =>
    all.some((move) => move.level === level && move.on === on)
  return [
    ...badges,
    ...announced,
    ...log
      .filter((move) => !has(moves, move))
      .map(({ level, on }) => find(`The log has ${level} on ${on}; the file does not.`, 'moves')),
    ...(kind === 'project' ? moves : [])
      .filter((move) => !has(log, move))
      .map(({ level, on }) => find(`The file has ${level} on ${on}; the log does not.`, on)),
  ]
}

function titles({ title, kind }: TextFacts): Finding[] {
  if (kind !== 'article' && kind !== 'case-study') return []
  const length = widthOf(title)
  const place = { field: 'title' }
  if (length > TITLE.feed)
    return [
      {
        rule: 'title',
        weight: 'check',
        reason: `The title takes ${length} places; feeds cut it after ${TITLE.feed}.`,
        place,
      },
    ]
  if (length > TITLE.card)
    return [
      { rule: 'title', weight: 'note', reason: `The title takes ${length} places; a card shows ${TITLE.card}.`, place },
    ]
  return []
}

function summaries({ summary }: TextFacts): Finding[] {
  const length = widthOf(summary)
  const place = { field: 'summary' }
  if (length < SUMMARY.least)
    return [
      {
        rule: 'summary',
        weight: 'note',
        reason: `The summary takes ${length} places: it hardly says what to expect.`,
        place,
      },
    ]
  if (length > SUMMARY.most)
    return [
      {
        rule: 'summary',
        weight: 'note',
        reason: `The summary takes ${length} places; lists show ${SUMMARY.most}.`,
        place,
      },
    ]
  return []
}

/** Projects and organisations have one text for all languages. */
function translations(
  { kind, locale, translations, outdated, outdatedFields }: TextFacts,
  { languages }: World,
): Finding[] {
  if (kind === 'project' || kind === 'organization') return []
  const stale: Finding[] =
    outdated > 0
      ? [
          {
            rule: 'translation',
            weight: 'check',
            reason: `${outdated === 1 ? 'One paragraph' : `${outdated} paragraphs`} of the original changed after it was translated.`,
            place: { field: 'translationOf' },
          },
        ]
      : []
  const head = outdatedFields.map(
    (field): Finding => ({
      rule: 'translation',
      weight: 'check',
      reason: `${field} of the original changed after it was translated.`,
      place: { field },
    }),
  )
  const missing =
    locale === languages[0] ? languages.filter((other) => other !== locale && !translations.includes(other)) : []
  return [
    ...stale,
    ...head,
    ...missing.map(
      (other): Finding => ({
        rule: 'translation',
        weight: 'note',
        reason: `There is none in ${LANGUAGE[other] ?? other}.`,
        place: { field: 'title' },
      }),
    ),
  ]
}

const LANGUAGE: Record<string, string> = { en: 'English', zh: 'Chinese' }

/** Places on a line: a Han sign takes two. */
export function widthOf(text: string): number {
  return text.length + (text.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0)
}
