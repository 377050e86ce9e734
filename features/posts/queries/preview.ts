import { getLive, type Live } from '@/features/content/queries/live'
import type { Tree } from '@/features/content/schema/tree'
import type { QuoteField } from '../schema'
import type { Finding, PostPage } from './views'

/** What a browser draws of a text, with what its components point at. */
export interface Preview {
  /** Null where the text cannot be read as it is. */
  tree: Tree | null
  live: Omit<Live, 'localPath'>
  problems: Finding[]
  quotes: QuoteField[]
}

export async function getPreview({ tree, locale, problems, asked }: PostPage, now: Date): Promise<Preview> {
  const { localPath: _, ...live } = await getLive(tree ?? [], locale, now)
  const quotes = asked.map(({ fingerprint, name, words, email, answer }) => ({
    ...{ fingerprint, name, words, answer },
    email: email ?? '',
  }))
  return { tree, live, problems, quotes }
}
