import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { watchFolder } from './watch'

const folder = mkdtempSync(join(tmpdir(), 'watch-'))
let stop = async () => {}
afterEach(() => stop())
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a save, a new folder and a file in it are heard, and what fails once is tried at the next save', async () => {
  let calls = 0
  const failed = vi.fn()
  mkdirSync(join(folder, 'blog'), { recursive: true })
  stop = watchFolder(
    folder,
    async () => {
      calls += 1
      if (calls === 1) throw new Error('broken')
    },
    failed,
  )
  writeFileSync(join(folder, 'blog/a.mdx'), 'a')
  await vi.waitFor(() => expect(calls).toBe(1))
  expect(failed).toHaveBeenCalledOnce()
  mkdirSync(join(folder, 'pages'))
  await vi.waitFor(() => expect(calls).toBe(2))
  appendFileSync(join(folder, 'pages/b.mdx'), 'b')
  await vi.waitFor(() => expect(calls).toBe(3))
})

test('what is saved during a call is called for after it, and no two calls run at once', async () => {
  mkdirSync(folder, { recursive: true })
  let open = 0
  let most = 0
  let calls = 0
  let release = () => {}
  stop = watchFolder(
    folder,
    async () => {
      calls += 1
      open += 1
      most = Math.max(most, open)
      await new Promise<void>((resolve) => {
        release = resolve
      })
      open -= 1
    },
    vi.fn(),
  )
  writeFileSync(join(folder, 'a'), '1')
  await vi.waitFor(() => expect(calls).toBe(1))
  writeFileSync(join(folder, 'a'), '2')
  release()
  await vi.waitFor(() => expect(calls).toBe(2))
  release()
  await stop()
  expect(most).toBe(1)
})
