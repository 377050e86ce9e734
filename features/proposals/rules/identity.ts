import { findWords, fold } from './folded'

/** By what somebody could be recognised in a text. */
export interface Author {
  names: string[]
  emails: string[]
  /** Employers, as they are written. */
  employers: string[]
  handles: string[]
  /** Hosts of their own sites and of their employer's mail. */
  hosts: string[]
}

export type FindingKind = 'name' | 'employer' | 'handle' | 'mail' | 'link' | 'phrase'

/** A place in a text that may tell whose it is, with what stands around it. */
export interface Finding {
  /** The text's name, as it was given. */
  field: string
  kind: FindingKind
  before: string
  found: string
  after: string
}

type Span = { kind: FindingKind; from: number; to: number }

/**
 * Where texts may give their author away: own names and parts of them, employers, handles, addresses, links to own sites
 * and profiles, and sentences that speak of oneself. A guess for people to look at, never a refusal. Of two findings in
 * one place the longer one stays; in the order of the texts.
 */
export function findIdentity(texts: { field: string; text: string }[], author: Author): Finding[] {
  return texts.flatMap(({ field, text: whole }) => {
    // What is longer is handed in by nobody, and was typed by nobody.
    const text = whole.slice(0, MOST_CHARACTERS)
    return longest(spansIn(text, author)).map(({ kind, from, to }) => ({
      field,
      kind,
      before: cut(text.slice(Math.max(0, from - AROUND), from), from > AROUND, 'start'),
      found: text.slice(from, to),
      after: cut(text.slice(to, to + AROUND), to + AROUND < text.length, 'end'),
    }))
  })
}

const MOST_CHARACTERS = 40_000

const AROUND = 40

/** No half a word, nor half a character, at the far end. */
function cut(text: string, isCut: boolean, where: 'start' | 'end'): string {
  const line = text.replace(/\s+/g, ' ')
  if (!isCut) return line
  const whole =
    where === 'start'
      ? line.replace(/^[\p{Script=Latin}\p{Cs}]+/u, '')
      : line.replace(/[\p{Script=Latin}\p{Cs}]+$/u, '')
  return where === 'start' ? `…${whole}` : `${whole}…`
}

function spansIn(text: string, author: Author): Span[] {
  const folded = fold(text)
  const words = (
    kind: FindingKind,
    needles: string[],
    isMeant = (_found: string, _needle: string, _before: string) => true,
  ) =>
    needles.flatMap((needle) =>
      findWords(folded, needle)
        .filter(([from, to]) => isMeant(text.slice(from, to), needle, text.slice(0, from)))
        .map(([from, to]): Span => ({ kind, from, to })),
    )
  return [
    ...words('name', author.names.flatMap(partsOf), isWritten),
    ...words('employer', author.employers.flatMap(waysToWrite), isWritten),
    ...words('mail', author.emails),
    ...words(
      'handle',
      author.handles.filter((handle) => handle.length > 3),
      isHandle,
    ),
    ...matches('mail', MAIL, text),
    ...matches('link', /(?:https?:\/\/|www\.)[^\s<>()[\]"'，。）]+/giu, text).filter(({ from, to }) =>
      isOwnLink(text.slice(from, to), author),
    ),
    ...PHRASES.flatMap((phrase) => matches('phrase', phrase, text)),
  ]
}

/**
 * An address begins where a word begins and has the lengths of RFC 5321: else a word of ten thousand letters would be
 * looked at ten thousand times.
 */
const MAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu

function matches(kind: FindingKind, pattern: RegExp, text: string): Span[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ kind, from: index, to: index + found.length }))
}

/** A name, and the parts of it that tell enough: its words from three letters on, of a Chinese name the given one. */
function partsOf(name: string): string[] {
  const whole = name.trim()
  const han = /^\p{Script=Han}{3,4}$/u.test(whole) ? [[...whole].slice(whole.length > 3 ? 2 : 1).join('')] : []
  const words = whole
    .split(/[\s,.]+/)
    .filter((word) => [...word].length > 2 && !/^(van|von|der|den|del|dos|bin|ibn|the)$/i.test(word))
  const turned = words.length === 2 ? [words.toReversed().join(' ')] : []
  return [...new Set([whole, ...turned, ...words, ...han])].filter((part) => [...part].length > 1)
}

/** An employer with and without its legal form. */
function waysToWrite(employer: string): string[] {
  const short = employer
    .replace(/[\s,]+(inc|ltd|llc|gmbh|ag|sa|bv|corp|corporation|co|plc)\.?$/iu, '')
    .replace(/(股份)?有限(责任)?公司$/u, '')
  return [...new Set([employer, short])].filter((name) => [...name.trim()].length > 1)
}

/** One word that is also an ordinary one (Will, Grace, Shell) is meant only where it is written large. */
function isWritten(found: string, needle: string): boolean {
  const isLarge = (text: string) => /^\p{Lu}/u.test(text)
  return /\s/.test(needle.trim()) || !isLarge(needle) || isLarge(found)
}

/** A handle that is a short word of letters is meant where it has an @ before it; any other everywhere. */
const isHandle = (found: string, _: string, before: string) =>
  /[\d_-]/.test(found) || found.length > 7 || before.endsWith('@')

const PROFILE =
  /(?:linkedin\.com\/in\/|(?:twitter|x)\.com\/[^/]+\/?$|github\.com\/[^/]+\/?$|bsky\.app\/profile\/|mastodon\.[a-z]+\/@)/i

function isOwnLink(link: string, { hosts, handles }: Author): boolean {
  const address = link.toLowerCase()
  const host = address.replace(/^https?:\/\//, '').split(/[/?#:]/)[0] ?? ''
  const isOwnHost = hosts.some((own) => host === own || host.endsWith(`.${own}`))
  const parts = address.split(/[/@?#=&.]+/)
  return isOwnHost || PROFILE.test(address) || handles.some((handle) => parts.includes(handle.toLowerCase()))
}

/** Sentences in which authors speak of themselves or of where they work. */
const PHRASES = [
  /\b(?:I|we)(?:’ve| have|'ve)? (?:currently |now )?work(?:ed|ing)? (?:at|for) (?!(?:least|all|once|first|scale|us|you|me|them|free|now)\b)[\p{L}\p{N}][\p{L}\p{N}.&-]*/giu,
  /\b(?:we|us|our team|my team|engineers|here) at \p{Lu}[\p{L}\p{N}.&-]*/gu,
  /\bmy (?:employer|company|start-?up|name is|blog|website|book)\b[^.\n]{0,30}/giu,
  /\bI(?:’m| am|'m) (?:a|an|the|one of the) [\p{L} -]{2,40}? (?:at|of|from|behind) \p{Lu}[\p{L}\p{N}.&-]*/gu,
  /\bas (?:the |a )?(?:co-?)?(?:founder|creator|author|maintainer|lead|CTO|CEO) of \p{Lu}?[\p{L}\p{N}.&-]+/giu,
  /我(?:在|就职于|任职于|来自)[^，。！？\s]{2,20}(?:工作|上班|任职|公司|集团)?/gu,
  /(?:我叫|我是|本人)[^，。！？\s]{1,20}/gu,
  /我们公司|我司|敝公司/gu,
]

/** Of spans that overlap the longest; in the order of the text. */
function longest(spans: Span[]): Span[] {
  const kept: Span[] = []
  for (const span of [...spans].sort((a, b) => b.to - b.from - (a.to - a.from)))
    if (!kept.some(({ from, to }) => span.from < to && from < span.to)) kept.push(span)
  return kept.sort((a, b) => a.from - b.from)
}

export const FINDING_WORDS: Record<FindingKind, string> = {
  name: 'a name',
  employer: 'an employer',
  handle: 'a handle',
  mail: 'an e-mail address',
  link: 'a link to a site or profile',
  phrase: 'a sentence about the author',
}
