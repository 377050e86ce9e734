import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse, stringify } from 'yaml'

export const hugoVersion = (): string | null => {
  const { stdout, error } = spawnSync('hugo', ['version'], { encoding: 'utf8' })
  return error ? null : (/v[\d.]+/.exec(stdout)?.[0] ?? null)
}

const CONFIG = `
baseURL: https://example.org/
languageCode: en
title: The same articles
paginate: 20
rssLimit: 20
taxonomies: { tag: tags, author: authors, project: projects }
outputs: { home: [HTML, RSS], section: [HTML, RSS], taxonomy: [HTML], term: [HTML, RSS] }
related:
  threshold: 20
  includeNewer: true
  indices: [{ name: tags, weight: 100 }, { name: projects, weight: 100 }]
markup:
  highlight: { noClasses: false }
  tableOfContents: { startLevel: 2, endLevel: 3 }
`

/**
 * A site for Hugo of these articles: the same words, headed by what Hugo understands. The layouts have the parts of our
 * own page: head, menu, search, byline, contents, coloured code, tags, sharing, related, before and after, feeds, footer.
 */
export function writeHugoSite(folder: string, files: string[]): void {
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  write('config.yaml', CONFIG)
  cpSync('bench/hugo', path.join(folder, 'layouts'), { recursive: true })
  for (const file of files) {
    const [, head = '', ...body] = readFileSync(file, 'utf8').split(/^---\n/m)
    const { title, summary, date, authors, tags, projects, category } = parse(head)
    const named = authors.map(({ slug }: { slug: string }) => slug)
    const front = stringify({ title, summary, date, authors: named, tags, projects, category })
    write(path.join('content/blog', `${path.basename(file, '.mdx')}.md`), `---\n${front}---\n${body.join('---\n')}`)
  }
}
