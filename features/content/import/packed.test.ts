import { expect, test } from 'vitest'
import { pack, unpack } from './packed'
import { HEAD, treeOf } from './testing'

const BODY = '## 一个 heading[^1]\n\nWords with a [link](/blog/x) and “signs” 🎓.\n\n- one\n- two\n\n[^1]: A note.\n'

test('what was packed comes back as it was compiled', async () => {
  const compiled = await treeOf(BODY)
  expect(compiled.tree.length).toBeGreaterThan(2)
  expect(compiled.references).toHaveLength(1)
  expect(unpack(pack(compiled))).toEqual(compiled)
})

test('a packed file holds its body as bytes alone, and what others ask of it as it is', async () => {
  const compiled = await treeOf(BODY)
  const packed = pack(compiled)
  expect('tree' in packed || 'contents' in packed || 'blockHashes' in packed).toBe(false)
  expect(JSON.parse(packed.packed.toString())).toEqual({
    tree: compiled.tree,
    contents: compiled.contents,
    blockHashes: compiled.blockHashes,
  })
  expect(packed.source).toBe(compiled.source)
  expect(packed).toMatchObject({ slug: compiled.slug, references: compiled.references })
})

test('a packed file is its own: what becomes of the compiled one does not reach it', async () => {
  const compiled = await treeOf(BODY)
  const before = structuredClone(compiled)
  const packed = pack(compiled)
  compiled.tree.length = 0
  compiled.references.length = 0
  compiled.blockHashes.length = 0
  expect(unpack(packed)).toEqual(before)
  expect(packed.source.text.startsWith(HEAD)).toBe(true)
})
