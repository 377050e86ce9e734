import { afterEach, expect, test, vi } from 'vitest'
import { createDocuments, type DocumentsOptions } from './documents'
import { Purges } from './purges'
import type { Render } from './render'
import { Store } from './store'
import { randomFrom } from './testing'

const limits = { documents: 1_000_000, missing: 10_000 }

function aCache(render: Render, options: Partial<DocumentsOptions> = {}) {
  const store = new Store(limits)
  const purges = new Purges()
  const documents = createDocuments({ store, purges, render, isListening: () => true, ...options })
  const purge = (tags: string[], hard = false) => {
    purges.record({ tags, hard })
    store.purge({ tags, hard })
  }
  const read = async (key: string) => {
    const outcome = await documents.get(key, key, 'all')
    return outcome.kind === 'entry'
      ? `${outcome.isStale ? 'stale ' : ''}${outcome.entry.body?.identity.bytes}`
      : outcome.kind
  }
  return { store, documents, purge, read }
}

const rendered = (text: string, tags: string[], freshUntil = Number.POSITIVE_INFINITY) => ({
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(text),
  reading: { tags: new Set(tags), freshUntil },
})

const tick = () => new Promise((resolve) => setImmediate(resolve))

afterEach(() => {
  vi.useRealTimers()
})

/** A promise that the test settles. */
function aGate(): { opened: Promise<void>; open: () => void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

test.each([1, 2, 3])('renders racing purges never leave an old page behind (seed %i)', async (seed) => {
  const random = randomFrom(seed)
  const tags = ['a', 'b', 'c', 'd']
  const committed = new Map(tags.map((tag) => [tag, 0]))
  const heard = new Map(committed)
  const cache = aCache(async (url) => {
    const read: string[] = []
    for (const tag of url.slice(1).split('-')) {
      read.push(`${tag}${committed.get(tag)}`)
      for (let pause = random(4); pause > 0; pause -= 1) await tick()
    }
    return rendered(read.join(' '), url.slice(1).split('-'))
  })
  let stored = 0
  const old: string[] = []
  const put = cache.store.put.bind(cache.store)
  cache.store.put = (key, entry) => {
    stored += 1
    const text = String(entry.body?.identity.bytes)
    if (text.split(' ').some((word) => Number(word.slice(1)) < (heard.get(word.charAt(0)) ?? 0))) old.push(text)
    put(key, entry)
  }
  const commit = async (tag: string) => {
    committed.set(tag, (committed.get(tag) ?? 0) + 1)
    const version = committed.get(tag) ?? 0
    for (let pause = random(5); pause > 0; pause -= 1) await tick()
    heard.set(tag, Math.max(version, heard.get(tag) ?? 0))
    cache.purge([tag], random(10) === 0)
  }
  const pages = ['/a', '/b', '/a-b', '/b-c-d', '/c', '/a-b-c-d', '/d-a']
  const work: Promise<unknown>[] = []
  for (let step = 0; step < 4000; step += 1) {
    if (random(4) === 0) work.push(commit(tags[random(tags.length)] ?? 'a'))
    else work.push(cache.read(pages[random(pages.length)] ?? '/a'))
    if (random(3) === 0) await tick()
  }
  await Promise.all(work)
  expect(old).toEqual([])
  expect(stored).toBeGreaterThan(200)
  for (const page of pages) {
    const now = page
      .slice(1)
      .split('-')
      .map((tag) => `${tag}${committed.get(tag)}`)
    expect(await cache.read(page)).toBe(now.join(' '))
  }
})

test('an edit is read at the next request after its purge', async () => {
  let text = 'one'
  const { read, purge } = aCache(async () => rendered(text, ['article:a']))
  expect(await read('/a')).toBe('one')
  text = 'two'
  expect(await read('/a')).toBe('one')
  purge(['article:b'])
  expect(await read('/a')).toBe('one')
  purge(['article:a'])
  expect(await read('/a')).toBe('two')
})

test('many who ask for the same wait for one render', async () => {
  let renders = 0
  const { read } = aCache(async () => {
    renders += 1
    await tick()
    return rendered('page', [])
  })
  await Promise.all(Array.from({ length: 50 }, () => read('/a')))
  expect(renders).toBe(1)
})

test('where the new page takes too long its reader gets the old one, and the next reader the new', async () => {
  const gate = aGate()
  let text = 'one'
  const { read, purge } = aCache(
    async () => {
      const now = text
      if (now === 'two') await gate.opened
      return rendered(now, ['t'])
    },
    { patienceMs: 5 },
  )
  await read('/a')
  text = 'two'
  purge(['t'])
  expect(await read('/a')).toBe('stale one')
  gate.open()
  await tick()
  expect(await read('/a')).toBe('two')
})

test('a withdrawn page is never shown again, however long the new one takes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const gate = aGate()
  let text = 'one'
  const { read, purge } = aCache(async () => {
    const now = text
    if (now !== 'one') await gate.opened
    return rendered(now, ['t'])
  })
  await read('/a')
  text = 'two'
  purge(['t'])
  const reader = read('/a')
  purge(['t'], true)
  const late = read('/a')
  await vi.advanceTimersByTimeAsync(1000)
  gate.open()
  expect([await reader, await late]).toEqual(['two', 'two'])
})

test('a failing render gets the old page, and a failure where there is none', async () => {
  let isBroken = false
  const { read, purge } = aCache(async () => {
    if (isBroken) throw new Error('no database')
    return rendered('one', ['t'])
  })
  await read('/a')
  isBroken = true
  purge(['t'])
  expect(await read('/a')).toBe('stale one')
  expect(await read('/b')).toBe('failed')
  purge(['t'], true)
  expect(await read('/a')).toBe('failed')
})

test('while purges may be missed the kept copy is shown, and said to be old', async () => {
  let isListening = true
  const { read, documents } = aCache(async () => rendered('one', []), { isListening: () => isListening })
  await read('/a')
  isListening = false
  expect(await read('/a')).toBe('stale one')
  expect(documents.peek('/a')).toBeUndefined()
})

test('a page is made again when the moment comes that a query named', async () => {
  let now = 1000
  let renders = 0
  const cache = aCache(
    async () => {
      renders += 1
      return rendered(`made ${renders}`, [], now + 500)
    },
    { now: () => now },
  )
  expect(await cache.read('/a')).toBe('made 1')
  now = 1499
  expect(await cache.read('/a')).toBe('made 1')
  now = 1500
  expect(await cache.read('/a')).toBe('made 2')
})

test('a missing page is remembered for a minute, or until it is written', async () => {
  let now = 0
  let renders = 0
  const { documents, purge } = aCache(
    async () => {
      renders += 1
      return { ...rendered('', ['article:a']), status: 404 }
    },
    { now: () => now },
  )
  const get = () => documents.get('/a', '/a', 'all')
  await get()
  await get()
  expect(renders).toBe(1)
  purge(['article:a'])
  await get()
  expect(renders).toBe(2)
  now = 60_000
  await get()
  expect(renders).toBe(3)
})
