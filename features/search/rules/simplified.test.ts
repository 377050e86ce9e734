import fc from 'fast-check'
import { expect, test } from 'vitest'
import { marked } from './extract'
import { simplified } from './simplified'

test.each([
  ['雲原生計算基金會', '云原生计算基金会'],
  ['臺灣與香港的裏與裡', '台湾与香港的里与里'],
  ['皇后與後天', '皇后与后天'],
  ['薴與苧', '苎与苎'],
  ['Kubernetes 集群', 'Kubernetes 集群'],
])('%s is %s', (text, expected) => {
  expect(simplified(text)).toBe(expected)
})

test('nothing moves, and what is simplified stays so', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.integer({ min: 0x3400, max: 0x9fff }).map((code) => String.fromCharCode(code)) }),
      (text) => {
        const once = simplified(text)
        expect(once).toHaveLength(text.length)
        expect(simplified(once)).toBe(once)
      },
    ),
  )
})

test('a mark stands in the text as its writer wrote it', () => {
  expect(marked('容器鏡像倉庫', { beginnings: [], runs: ['镜像'] })).toEqual([
    { text: '容器', mark: false },
    { text: '鏡像', mark: true },
    { text: '倉庫', mark: false },
  ])
})
