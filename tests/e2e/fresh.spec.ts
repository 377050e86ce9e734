import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { syncInto as sync } from './sync'

const ARTICLE = 'meet-the-ambassador-cheryl-hung'

test('an edit is served within a second of its sync, and a broken file changes nothing', async ({ request }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-content-'))
  cpSync('content', folder, { recursive: true })
  const file = path.join(folder, 'blog', `${ARTICLE}.mdx`)
  const before = readFileSync(file, 'utf8')
  const page = async () => (await request.get(`/blog/${ARTICLE}`)).text()
  const sentence = 'A sentence that was not there a second ago.'
  try {
    expect(await page()).not.toContain(sentence)
    writeFileSync(file, `${before}\n${sentence}\n`)
    expect(sync(folder)).toMatchObject({ status: 0, stdout: expect.stringContaining(' 1 changed, 0 removed') })
    await expect.poll(page, { timeout: 1_000, intervals: [50] }).toContain(sentence)

    writeFileSync(file, `${before}\n{process.exit()}\n`)
    const refused = sync(folder)
    expect(refused.status).toBe(1)
    expect(refused.stderr).toMatch(new RegExp(`blog/${ARTICLE}\\.mdx:\\d+:\\d+ `))
    expect(await page()).toContain(sentence)
  } finally {
    expect(sync('content').status).toBe(0)
    rmSync(folder, { recursive: true, force: true })
  }
  await expect.poll(page, { timeout: 1_000, intervals: [50] }).not.toContain(sentence)
})
