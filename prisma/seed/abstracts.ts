import type { Fill } from './phrases'
import type { Random } from './random'
import {
  CLOSINGS,
  CONTEXTS,
  DEEDS,
  EVIDENCE,
  LIMITS,
  OFFERS,
  OPENINGS,
  STEPS,
  TAKEAWAY_ITEMS,
  TAKEAWAYS,
} from './sentences'

/**
 * Between 80 and 300 words in two to four paragraphs of Markdown, in one of several shapes: a story, a set of steps,
 * a list of what one takes home.
 */
export function inventAbstract(fill: Fill, random: Random): string {
  const say = deckOf(fill, random)
  const wanted = random.int(95, 265)
  const shape = random.pick([story, deeds, promise, numbersFirst])
  const paragraphs = shape(say, random)
  // Evidence once: a second number for the same thing would contradict the first.
  for (const patterns of random.shuffle([CONTEXTS, OFFERS, LIMITS, EVIDENCE, CONTEXTS, LIMITS, CONTEXTS, TAKEAWAYS])) {
    if (wordsIn(paragraphs) >= wanted) break
    const open = paragraphs.slice(0, -1).filter((paragraph) => !isList(paragraph) && !paragraph.endsWith(':'))
    const grown = random.pick(open.length > 0 ? open : paragraphs.slice(-1))
    paragraphs.splice(paragraphs.indexOf(grown), 1, `${grown} ${say(patterns)}`)
  }
  while (wordsIn(paragraphs) < 85) paragraphs.splice(1, 0, `${say(STEPS)} ${say(CONTEXTS)}`)
  return paragraphs.join('\n\n')
}

type Say = (patterns: readonly string[]) => string

/** Draws a sentence that this abstract does not have yet. */
function deckOf(fill: Fill, random: Random): Say {
  const used = new Set<string>()
  return (patterns) => {
    const fresh = patterns.filter((pattern) => !used.has(pattern))
    const pattern = random.pick(fresh.length > 0 ? fresh : patterns)
    used.add(pattern)
    return fill(pattern)
  }
}

function story(say: Say, random: Random): string[] {
  const middle = `${say(DEEDS)} ${say(DEEDS)} ${say(EVIDENCE)}`
  const end = random.chance(0.5) ? `${say(LIMITS)} ${say(CLOSINGS)}` : `${say(TAKEAWAYS)}`
  return [`${say(OPENINGS)} ${say(CONTEXTS)}`, middle, end]
}

function deeds(say: Say, random: Random): string[] {
  const list = Array.from({ length: random.int(2, 4) }, (_, index) => `${index + 1}. ${say(DEEDS)}`)
  return [
    `${say(OPENINGS)} ${say(CONTEXTS)}`,
    'This is what we did:',
    list.join('\n'),
    `${say(EVIDENCE)} ${say(CLOSINGS)}`,
  ]
}

function promise(say: Say, random: Random): string[] {
  const items = Array.from({ length: random.int(3, 4) }, () => `- ${say(TAKEAWAY_ITEMS)}`)
  return [`${say(CONTEXTS)} ${say(OPENINGS)}`, `${say(STEPS)} ${say(LIMITS)}`, 'You will leave with:', items.join('\n')]
}

function numbersFirst(say: Say): string[] {
  return [say(EVIDENCE), `${say(OPENINGS)} ${say(STEPS)}`, `${say(CONTEXTS)} ${say(LIMITS)}`, say(TAKEAWAYS)]
}

function wordsIn(paragraphs: readonly string[]): number {
  return paragraphs.join(' ').split(/\s+/).length
}

function isList(paragraph: string): boolean {
  return /^(-|\d\.) /.test(paragraph)
}
