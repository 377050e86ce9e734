import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { syncContent } from '@/features/content/import/sync'

/** A folder as content/ with nothing but site.yaml, a new one for each test. To be called once in a file. */
export function contentFolder() {
  const folders = { content: '', pictures: 'public' }
  beforeEach(() => {
    folders.content = mkdtempSync(path.join(tmpdir(), 'lectern-content-'))
    cpSync('content/site.yaml', path.join(folders.content, 'site.yaml'))
  })
  afterEach(() => rmSync(folders.content, { recursive: true, force: true }))
  const at = (file: string) => path.join(folders.content, file)
  return {
    folders,
    write(file: string, text: string) {
      mkdirSync(path.dirname(at(file)), { recursive: true })
      writeFileSync(at(file), text)
    },
    append: (file: string, text: string) => appendFileSync(at(file), text),
    read: (file: string) => readFileSync(at(file), 'utf8'),
    remove: (file: string) => rmSync(at(file)),
    sync: () => syncContent(folders),
  }
}

/** Three texts that name each other: an article, its project and its organisation. To be called once in a file. */
export function threeTexts() {
  const { write: writeText, ...folder } = contentFolder()
  const write = (file: string, head: string, body = 'Text.') => writeText(file, `---\n${head}\n---\n\n${body}\n`)
  beforeEach(() => {
    write('organizations/acme.mdx', 'name: Acme\nsummary: Makes things.')
    write('projects/helm.mdx', projectHead([['sandbox', '2018-01-01']]))
    write(
      'blog/first.mdx',
      articleHead('First', { people: [['ada', 'Ada Lovelace']] }),
      'About <Project slug="helm"/>.',
    )
  })
  return { ...folder, write }
}

export function articleHead(
  title: string,
  { people = [], tags = 'one' }: { people?: [string, string][]; tags?: string } = {},
): string {
  const authors = people.map(([slug, name]) => `{ slug: ${slug}, name: ${name}, affiliation: acme }`)
  return [
    `title: ${title}`,
    `summary: About ${title}.`,
    'date: 2018-07-31',
    `authors: [${authors.join(', ')}]`,
    'category: technical',
    `tags: [${tags}]`,
    'projects: [helm]',
    'organizations: [acme]',
    'events: [somewhere-2018]',
    'people: []',
  ].join('\n')
}

export function projectHead(moves: [string, string][], name = 'Helm'): string {
  const log = moves.map(([level, on]) => `  - { level: ${level}, on: ${on} }`).join('\n')
  const homepage = 'homepage: https://example.org\nrepository: https://example.org/code'
  return `name: ${name}\ntagline: Packages\nsummary: Packs.\n${homepage}\nstartedAt: acme\nsponsors: [{ slug: bob, name: Bob }]\nmoves:\n${log}`
}
