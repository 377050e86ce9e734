import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Article, inventArticle } from './article'
import { frontMatterOf } from './articles'
import { addDays, isoDay } from './days'
import { inventName, slugFor } from './names'
import { randomOf } from './random'

interface Options {
  /** Where the files go; made where it is missing. For a sync it is the `blog` folder of a content folder. */
  folder: string
  count: number
  seed?: number
  /** Projects that the content names elsewhere: references must lead somewhere. */
  projects?: readonly string[]
}

/** Writes so many invented articles as MDX files, for measuring a sync. Answers with their paths. */
export function generateArticles({ folder, count, seed = 1, projects = [] }: Options): string[] {
  const random = randomOf(`${seed}/files`)
  const taken = new Set<string>()
  const authors = Array.from({ length: 40 }, () => {
    const named = inventName(random)
    return { slug: slugFor(named, taken), name: named.name }
  })
  mkdirSync(folder, { recursive: true })
  return Array.from({ length: count }, (_, index) => {
    const article = inventArticle(random, { series: 'generated-notes', index, projects })
    const date = isoDay(addDays(new Date('2026-06-30'), -Math.floor((index * 2_400) / count)))
    const file = path.join(folder, `${article.slug}.mdx`)
    writeFileSync(file, mdxOf(article, frontMatterOf(article, date, [random.pick(authors)])))
    return file
  })
}

/** JSON is YAML too, and needs no care with quotes. */
function mdxOf({ lead, sections, previous }: Article, frontMatter: object): string {
  const head = Object.entries(frontMatter).map(
    ([key, value]) => `${key}: ${key === 'date' ? value : JSON.stringify(value)}`,
  )
  const body = sections.map(({ heading, paragraphs, items, code }) => {
    const list = items.map((item) => `- ${item}`).join('\n')
    const listing = code === null ? '' : `\`\`\`yaml\n${code}\n\`\`\``
    return [`## ${heading}`, ...paragraphs, list, listing].filter((part) => part !== '').join('\n\n')
  })
  const more = previous === null ? [] : [`See also [the notes before these](/blog/${previous}).`]
  return `---\n${head.join('\n')}\n---\n\n${[lead, ...body, ...more].join('\n\n')}\n`
}
