import { expect, test } from 'vitest'
import { type Entry, Store, sizeOf } from './store'

const entry = (over: Partial<Entry> = {}): Entry => ({
  status: 200,
  headers: {},
  body: { identity: { bytes: Buffer.alloc(1000), etag: '"a"' } },
  tags: [],
  freshUntil: Number.POSITIVE_INFINITY,
  isOld: false,
  ...over,
})

test('ten thousand documents stay within the limit, and the last ones used are there', () => {
  const store = new Store({ documents: 100_000, missing: 1000 })
  for (let n = 0; n < 10_000; n += 1) {
    store.put(`/p${n}`, entry({ tags: [`t${n}`] }))
    store.get('/p0')
    expect(store.bytes.documents).toBeLessThanOrEqual(100_000)
  }
  expect(store.count).toBeGreaterThan(40)
  expect(store.get('/p0')).toBeDefined()
  expect(store.get('/p9999')).toBeDefined()
  expect(store.get('/p1')).toBeUndefined()
})

test('404s fill their own limit and push out no document', () => {
  const store = new Store({ documents: 100_000, missing: 10_000 })
  store.put('/kept', entry())
  for (let n = 0; n < 1000; n += 1) store.put(`/none${n}`, entry({ status: 404, body: null }))
  expect(store.bytes.missing).toBeLessThanOrEqual(10_000)
  expect(store.get('/kept')).toBeDefined()
})

test('what is larger than everything is not kept, and leaves no older copy', () => {
  const store = new Store({ documents: 3000, missing: 1000 })
  store.put('/a', entry({ tags: ['t'] }))
  store.put('/a', entry({ tags: ['t'], body: { identity: { bytes: Buffer.alloc(9000), etag: '"b"' } } }))
  expect(store.get('/a')).toBeUndefined()
  expect(store.bytes.documents).toBe(0)
})

test('a purge makes old what carries the tag, a hard one takes it away, and others stay fresh', () => {
  const store = new Store({ documents: 100_000, missing: 1000 })
  store.put('/a', entry({ tags: ['x', 'y'] }))
  store.put('/b', entry({ tags: ['y'] }))
  store.purge({ tags: ['x'], hard: false })
  expect([store.get('/a')?.isOld, store.get('/b')?.isOld]).toEqual([true, false])
  store.purge({ tags: ['x'], hard: true })
  expect(store.get('/a')).toBeUndefined()
  store.purge({ tags: ['*'], hard: false })
  expect(store.get('/b')?.isOld).toBe(true)
})

test('bytes are counted down to nothing', () => {
  const store = new Store({ documents: 100_000, missing: 1000 })
  store.put('/a', entry())
  expect(store.bytes.documents).toBe(sizeOf('/a', entry()))
  store.put('/a', entry({ status: 404, body: null }))
  expect(store.bytes.documents).toBe(0)
  store.delete('/a')
  expect(store.bytes).toEqual({ documents: 0, missing: 0 })
})
