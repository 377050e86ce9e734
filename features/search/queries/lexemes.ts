import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import type { Neighbours } from '../rules/spelling'
import type { Lexemes } from '../rules/tsquery'

/** What the dictionaries of the index make of these words. */
export function listLexemes(words: string[]): Promise<Lexemes[]> {
  if (words.length === 0) return Promise.resolve([])
  return db.$queryRaw`
    select word, tsvector_to_array(to_tsvector('search.english', word)) as stems,
      tsvector_to_array(to_tsvector('search.plain', word)) as plain
    from unnest(${words}::text[]) as word`
}

/** For each of these words that the index does not have: those of its words that look most like it. */
export function listNeighbours(words: string[]): Promise<Neighbours[]> {
  return words.length === 0 ? Promise.resolve([]) : db.$queryRaw(neighboursSql(words))
}

/** Exported, so that a test can ask for its plan. */
export const neighboursSql = (words: string[]) => Prisma.sql`
    select typed.word, array(
      select w.word from search.word w where w.word % typed.word
      order by similarity(w.word, typed.word) desc, w.word limit 8) as near
    from unnest(${words}::text[]) as given(raw), unaccent(given.raw) as typed(word)
    where not exists (select from search.word w where w.word = typed.word)`
