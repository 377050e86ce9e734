import { expect, test } from 'vitest'
import { compile } from './compile'
import { readSources } from './files'

const { sources } = readSources('content')

test.each(sources)('$file has a hash for each of its blocks', async (source) => {
  const outcome = await compile(source, 'public')
  if (!('compiled' in outcome)) throw new Error('It does not compile.')
  expect(outcome.compiled.blockHashes).toHaveLength(outcome.compiled.tree.length)
})
