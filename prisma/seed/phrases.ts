import { inventCompany } from './organizations'
import type { Random } from './random'
import type { Topic } from './topics'

/** Fills `{placeholders}`; `{Upper}` begins a sentence. */
export type Fill = (pattern: string) => string

const EMPLOYERS = [
  'a parcel carrier', 'a hospital group', 'a public broadcaster', 'a regional bank', 'a railway', 'a chain of bakeries',
  'a ministry', 'a university', 'an airline', 'a maker of hearing aids', 'a water board', 'a newspaper', 'a game studio',
  'a supermarket chain', 'an insurer', 'a ferry line', 'a weather service', 'a payments company', 'a museum',
  'a telescope', 'a map maker', 'an online pharmacy', 'a city administration', 'a car-sharing cooperative',
] // biome-ignore format: a list of words reads better filled
const AUDIENCES = [
  'platform engineers', 'people who carry a pager', 'maintainers', 'teams of fewer than ten', 'application developers',
  'architects who still write code', 'newcomers', 'operators of many small clusters', 'people who inherited a cluster',
  'anybody who signs off a cloud bill', 'release managers', 'people who have tried this before and stopped',
] // biome-ignore format: a list of words reads better filled
const SPANS = ['six months', 'a year', 'eighteen months', 'two years', 'three winters', 'a quarter', 'five years']

/** Draws each kind of phrase without repeating one before all were used. */
export function fillerOf(topic: Topic, random: Random): Fill {
  const decks = new Map<string, string[]>()
  const draw = (kind: string, phrases: readonly string[]): string => {
    const deck = decks.get(kind)?.length ? (decks.get(kind) ?? []) : random.shuffle(phrases)
    const [first = '', ...rest] = deck
    decks.set(kind, rest)
    return first
  }
  const verb = (form: 0 | 1 | 2) => {
    const [base = '', past = '', doing = ''] = draw('move', topic.moves).split('|')
    const [gerund = '', ...rest] = doing.split(' ')
    return [[base, past, gerund][form], ...rest].join(' ')
  }
  const changes = new Map<string, string>()
  /** The same thing was measured once. */
  const remembered = (measure: string) => {
    const said = changes.get(measure) ?? change(measure, random)
    changes.set(measure, said)
    return said
  }
  const words: Record<string, () => string> = {
    about: () => draw('about', topic.about),
    pain: () => draw('pain', topic.pains),
    base: () => verb(0),
    past: () => verb(1),
    doing: () => verb(2),
    lesson: () => draw('lesson', topic.lessons),
    project: () => draw('project', topic.projects),
    employer: () => draw('employer', EMPLOYERS),
    audience: () => draw('audience', AUDIENCES),
    span: () => draw('span', SPANS),
    company: () => inventCompany(random),
    change: () => remembered(draw('measure', topic.measures)),
    n: () => String(random.int(3, 48)),
    few: () => random.pick(['three', 'four', 'five', 'six', 'seven']),
    many: () => String(random.int(6, 90) * 10),
  }
  return (pattern) =>
    pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
      const word = words[name.toLowerCase()]?.()
      if (word === undefined) throw new Error(`No phrase is called ${name}`)
      return name === name.toLowerCase() ? word : capitalized(word)
    })
}

export function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** “the length of a failover went from 640 s to 48 s”. */
function change(measure: string, random: Random): string {
  const [what = '', unit = ''] = measure.split('|')
  const from = startOf(unit, random)
  const to = Math.max(1, Math.round(from * (0.06 + random.next() * 0.5)))
  return `${what} went from ${withUnit(from, unit)} to ${withUnit(to, unit)}`
}

function startOf(unit: string, random: Random): number {
  if (unit === '%') return random.int(24, 93)
  if (unit === '€') return random.int(12, 240) * 500
  if (unit === 'ms') return random.int(30, 400) * 10
  if (unit === 'days') return random.int(9, 140)
  return random.int(18, 380)
}

function withUnit(value: number, unit: string): string {
  const number = value.toLocaleString('en')
  if (unit === '€') return `€${number}`
  if (unit === '') return number
  if (unit === 'min') return value === 1 ? 'a minute' : `${number} minutes`
  if (unit === 'days') return value === 1 ? 'one day' : `${number} days`
  if (unit === 's') return value === 1 ? 'a second' : `${number} seconds`
  return unit === '%' ? `${number}%` : `${number} ${unit}`
}
