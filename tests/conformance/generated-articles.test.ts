import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { generateArticles } from '@/prisma/seed/article-files'

const folder = mkdtempSync(path.join(tmpdir(), 'lectern-articles-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('generated articles are files with front matter, each its own, the same every time', () => {
  const options = { folder, count: 200, projects: ['kubernetes', 'envoy'] }
  const files = generateArticles(options)
  const texts = files.map((file) => readFileSync(file, 'utf8'))
  expect(new Set(texts).size).toBe(200)
  for (const text of texts) {
    const [, head = '', body = ''] = text.split('---\n')
    expect(parse(head)).toMatchObject({
      title: expect.any(String),
      authors: [{ slug: expect.any(String) }],
      events: [],
    })
    expect(body).toMatch(/^## /m)
    expect(body).not.toMatch(/[{}<>]/)
  }
  expect(generateArticles(options).map((file) => readFileSync(file, 'utf8'))).toEqual(texts)
})
