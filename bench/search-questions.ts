import { piecesOf, segmentsOf } from '@/features/search/rules/words'
import { db } from '@/lib/db'
import { randomOf } from '@/prisma/seed/random'

export interface Asked {
  what: string
  text: string
}

const EACH = 25
const STOP_WORDS = ['the', 'and', 'of the', 'what is the', 'how to do it', 'this is not that']
const HOSTILE = [
  `${'kubernetes '.repeat(900)}`,
  'a '.repeat(5_000),
  '集群'.repeat(3_000),
  `'; drop table search.entry; --`,
  `' | !!! & (((( <-> :* \\ %_ \u0000`,
  'e'.repeat(10_000),
  '👩‍💻🔥 עברית العربية',
  '........,,,,,,;;;;;!!!!!????',
]

/** Two hundred questions of every sort, made of what is there; always the same ones. */
export async function questions(): Promise<Asked[]> {
  const random = randomOf('search/questions')
  const titles = await db.$queryRaw<{ title: string; locale: string | null }[]>`
    select title, locale from search.entry order by path`
  const words = titles.flatMap(({ title }) => piecesOf(title).spaced).filter((word) => word.length > 4)
  const chinese = titles.flatMap(({ title }) => piecesOf(title).runs.flatMap(segmentsOf))
  const many = (what: string, make: () => string) => Array.from({ length: EACH }, () => ({ what, text: make() }))
  const word = () => random.pick(words)
  return [
    ...many('one word', () => `${word()} `),
    ...many('two words', () => `${word()} ${word()}`),
    ...many('two letters', () => word().slice(0, 2)),
    ...many('a beginning', () => word().slice(0, 4)),
    ...many('a typo', () => slip(word(), random.int(1, 3))),
    ...many('Chinese', () => random.pick(chinese)),
    ...many('no hits', () => `${word().slice(0, 3)}xqz${word().slice(0, 3)} `),
    ...STOP_WORDS.flatMap((text) => [text, `${text} `]).map((text) => ({ what: 'stop words', text })),
    ...HOSTILE.map((text) => ({ what: 'hostile', text })),
    ...['kubernetes', 'cluster', 'team', 'service', 'production'].map((text) => ({ what: 'in every text', text })),
  ]
}

function slip(word: string, at: number): string {
  return `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`
}
