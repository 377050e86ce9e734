import { createHash } from 'node:crypto'
import { type Names, plainTextOf } from '@/features/content/import/plain'
import type { Block, Tree } from '@/features/content/schema/tree'
import type { Quote } from '../schema'

/** Blocks that put words into somebody's mouth. */
type Quotation = Extract<Block, { is: 'quotation' | 'answer' }>
const isQuotation = (block: Block): block is Quotation => block.is === 'quotation' || block.is === 'answer'

/** Every quotation of a text with the paragraphs around it, in order; the same words of the same person once. */
export function quotesIn(tree: Tree, names: Names): Quote[] {
  const all = quotesAmong(tree, names)
  return all.filter(({ fingerprint }, at) => all.findIndex((other) => other.fingerprint === fingerprint) === at)
}

function quotesAmong(blocks: Block[], names: Names): Quote[] {
  return blocks.flatMap((block, at) => [
    ...(isQuotation(block) ? [quoteOf(block, { before: blocks[at - 1], after: blocks[at + 1] }, names)] : []),
    // What stands inside a callout, a tab or another's words is a quote too.
    ...insidesOf(block).flatMap((of) => quotesAmong(of, names)),
  ])
}

function quoteOf(
  { by, of }: Quotation,
  around: { before: Block | undefined; after: Block | undefined },
  names: Names,
): Quote {
  const words = plainTextOf(of, names)
  const beside = (block: Block | undefined) => (block && !isQuotation(block) ? plainTextOf([block], names) : '')
  const person = 'person' in by ? by.person : null
  const name = 'name' in by ? by.name : names.person(by.person)
  const whose = { name, person, affiliation: by.affiliation ?? null }
  return {
    ...whose,
    words,
    fingerprint: fingerprintOf({ ...whose, words }),
    before: beside(around.before),
    after: beside(around.after),
  }
}

/** Whatever a block holds blocks in. */
function insidesOf(block: Block): Block[][] {
  return Object.values(block).flatMap((value: unknown) => {
    if (!Array.isArray(value)) return []
    if (value.every(isBlock)) return [value]
    return value.flatMap((item: unknown) =>
      typeof item === 'object' && item !== null && 'of' in item && Array.isArray(item.of) && item.of.every(isBlock)
        ? [item.of]
        : [],
    )
  })
}

const isBlock = (value: unknown): value is Block => typeof value === 'object' && value !== null && 'is' in value

function fingerprintOf({ name, affiliation, person, words }: Pick<Quote, 'name' | 'affiliation' | 'person' | 'words'>) {
  const same = [person === null ? { name } : { person }, affiliation, words.replace(/\s+/g, ' ').trim()]
  return createHash('sha256').update(JSON.stringify(same)).digest('hex').slice(0, 32)
}
