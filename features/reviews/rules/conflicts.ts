/** Why somebody has a conflict of interest with a proposal. */
export const BECAUSE = ['speaks', 'declared', 'organization', 'mail-domain', 'co-speaker'] as const
export type Because = (typeof BECAUSE)[number]

export const BECAUSE_WORDS: Record<Because, string> = {
  speaks: 'speaks in it',
  declared: 'has declared it',
  organization: 'works where a speaker works',
  'mail-domain': 'has mail at the same company as a speaker',
  'co-speaker': 'speaks, or spoke, with one of the speakers',
}

/** Of two of these surnames Chinese writes both characters. */
const DOUBLE = /^(欧阳|司马|上官|诸葛|司徒|东方|独孤|南宫|夏侯|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文)/

/**
 * The surname in a name, without case and accents: the first character of a Chinese name (two of a double surname), else
 * the last word. Null where a name has one word alone: that may be anything.
 */
export function surnameOf(name: string): string | null {
  const whole = name.trim()
  if (/^\p{Script=Han}{2,4}$/u.test(whole)) return DOUBLE.exec(whole)?.[0] ?? [...whole][0] ?? null
  const words = whole.split(/\s+/).filter((word) => /^\p{L}{2,}/u.test(word) && !/^(jr|sr|ii|iii)\.?$/iu.test(word))
  const last = words.length > 1 ? words.at(-1) : undefined
  return last ? last.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase() : null
}

/** The surname that two people share, as the first of them writes it, or null. It is evidence and never a conflict. */
export function sharedSurname(one: string, other: string): string | null {
  const surname = surnameOf(one)
  return surname !== null && surname === surnameOf(other) ? surname : null
}
