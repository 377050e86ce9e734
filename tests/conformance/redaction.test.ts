import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** Queries that may read whose a proposal is, and why they are no way around the layer that redacts. */
const MAY_READ = [
  'features/proposals/queries/redacted.ts', // the layer
  'features/proposals/queries/foreign.ts', // for imports, which an operator runs
  'features/proposals/queries/portable.ts', // asks for eyes; without names it does not look
  'features/proposals/queries/answers.ts', // asked by the layer
  'features/proposals/queries/author.ts', // for authors, and for eyes that see addresses
  'features/proposals/queries/facts.ts', // columns, for commands and speakers
  'features/proposals/queries/files.ts', // asks for eyes
  'features/proposals/queries/foreign.ts', // for the import of the terminal
  'features/proposals/queries/invitations.ts', // for whoever holds the link, and a speaker's own
  'features/proposals/queries/needs.ts', // a speaker's own, and for who may list availability
  'features/proposals/queries/own.ts', // a speaker's own
  'features/proposals/queries/own-page.ts', // a speaker's own
  'features/proposals/queries/portable.ts', // speakers alone for eyes that see names
  'features/proposals/queries/recommendation.ts', // whether the reader is one of them
  'features/proposals/queries/resource.ts', // names that the layer gave
  'features/proposals/queries/session-files.ts', // a speaker's own, of released sessions, and for who sees identities
  'features/proposals/queries/similar.ts', // for who decides; whose they are only for who sees identities
  'features/proposals/queries/talks.ts', // a speaker's own; before others only where the layer gave names
  'features/proposals/queries/versions.ts', // a speaker's own, and for who changes proposals
  'features/reviews/queries/evidence.ts', // for eyes that see addresses
]
const TELLING =
  /proposal_speaker|proposalSpeaker|speakers: (\{(?! name: string)|true)|created_by|createdBy|saved_by|savedBy|\bTEXT\b|affiliation|company_domain/

test('a query of the committee that reads whose a proposal is stands in the list of those that may', () => {
  const files = ['features/proposals/queries', 'features/reviews/queries'].flatMap((folder) =>
    readdirSync(folder).map((file) => path.join(folder, file)),
  )
  expect(files.length).toBeGreaterThan(15)
  const reading = files.filter((file) => TELLING.test(withoutComments(readFileSync(file, 'utf8'))))
  expect(reading.filter((file) => !MAY_READ.includes(file))).toEqual([])
})

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
