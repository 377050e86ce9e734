import { extractOf, type Marks, marked } from '../rules/extract'
import { meantBy } from '../rules/spelling'
import { type Lexemes, type Match, matchOf } from '../rules/tsquery'
import { type Asked, askedOf } from '../rules/words'
import type { Answer, Hit, Question } from '../schema'
import { findHits, type HitRow, type Hits } from './hits'
import { listLexemes, listNeighbours } from './lexemes'

export interface Stretch {
  skip: number
  take: number
}

/**
 * What the index knows of a question. Where nothing has all of its words: what it has for the words that were probably
 * meant, and failing that for any of them. Null: there is nothing in the question to look for.
 */
export async function findAnswer(question: Question, stretch: Stretch, now: Date): Promise<Answer | null> {
  const asked = askedOf(question.text)
  const prepared = asked && (await prepare(asked))
  if (!asked || !prepared) return null
  const look = ({ match, name }: Prepared) => {
    const { filters, locale } = question
    return findHits({ match, name, filters, locale, now, ...stretch })
  }
  const hits = await look(prepared)
  if (hits.total >= FEW) return answerOf(hits, prepared.marks, 'all', null)

  const better = await correct(asked)
  const found = better && (await look(better))
  const suggestion = better && found && found.total > hits.total ? better.name : null
  if (hits.total > 0) return answerOf(hits, prepared.marks, 'all', suggestion)
  if (better && found && suggestion) return answerOf(found, better.marks, 'corrected', suggestion)
  const { any } = prepared.match
  const some = any === prepared.match.all ? hits : await look({ ...prepared, match: { ...prepared.match, all: any } })
  return answerOf(some, prepared.marks, 'some', null)
}

/** So few hits may mean a slip of the keyboard. */
const FEW = 3

interface Prepared {
  match: Match
  marks: Marks
  name: string
}

async function prepare(asked: Asked): Promise<Prepared | null> {
  const lexemes = await listLexemes(asked.words)
  const match = matchOf(asked, lexemes)
  return match && { match, marks: marksOf(asked, lexemes), name: asked.name }
}

function marksOf({ words, runs, isTyping }: Asked, lexemes: Lexemes[]): Marks {
  const last = isTyping ? (words.at(-1) ?? '') : ''
  const silent = lexemes.every(({ stems }) => stems.length === 0)
  const beginnings = lexemes.flatMap(({ word, stems, plain }) =>
    stems.length > 0 || silent || (word === last && words.length === 1) ? [...plain, ...stems] : [],
  )
  return { beginnings, runs }
}

/** The question with each word that the index does not have replaced by the neighbour that was probably meant. */
async function correct(asked: Asked): Promise<Prepared | null> {
  const neighbours = await listNeighbours(asked.words)
  const words = asked.words.map((word, at) => {
    const own = neighbours.find((found) => found.word === word)
    return (own && meantBy(own, asked.isTyping && at === asked.words.length - 1)) ?? word
  })
  if (words.every((word, at) => word === asked.words[at])) return null
  return prepare({ ...asked, words, isTyping: false, name: [...words, ...asked.runs].join(' ') })
}

function answerOf({ total, rows, facets }: Hits, marks: Marks, how: Answer['how'], suggestion: string | null): Answer {
  return { total, facets, how, suggestion, hits: rows.map((row) => hitOf(row, marks)) }
}

function hitOf({ kind, locale, path, title, summary, body, date }: HitRow, marks: Marks): Hit {
  const length = locale === 'zh' ? 110 : 220
  const extract = extractOf(summary, marks, length) ?? extractOf(body, marks, length) ?? marked(summary, marks)
  return { kind, locale, path, date, title: marked(title, marks), extract }
}
